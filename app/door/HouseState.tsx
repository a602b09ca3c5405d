import { Form } from '@remix-run/react';
import { useWords } from '#app/language/use-words.ts';

interface ShownWorker {
  id: string;
  host: string;
  cores: number;
  state: string;
  isDraining: boolean;
}

interface ShownHouse {
  waiting: number;
  active: number;
  workers: readonly ShownWorker[];
  free: string;
  diskTrouble: string | null;
  today: string;
  inAll: string;
}

/** What the house is doing, and what it has left. */
export function HouseState({ house }: { house: ShownHouse }) {
  const { t, told } = useWords();
  const figures: readonly [string, string | number][] = [
    [t('films waiting'), house.waiting],
    [t('in the making'), house.active],
    [t('workers'), house.workers.length],
    [t('free on the disk'), told(house.free)],
    [t('spent today (UTC)'), told(house.today)],
    [t('spent in all'), told(house.inAll)],
  ];
  return (
    <section className="account-section" aria-labelledby="house">
      <h2 id="house">{t('The house')}</h2>
      <dl className="figures person-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {house.workers.length > 0 && (
        <ul className="door-list" aria-label={t('Workers')}>
          {house.workers.map((worker) => (
            <WorkerLine key={worker.id} worker={worker} />
          ))}
        </ul>
      )}
      {house.diskTrouble && <p className="form-fault">{told(house.diskTrouble)}</p>}
      <p>
        <a href="/queue" className="button">
          {t('Look into the queue')}
        </a>
      </p>
    </section>
  );
}

function WorkerLine({ worker: { id, host, cores, state, isDraining } }: { worker: ShownWorker }) {
  const { t, told } = useWords();
  const name = t('{{host}}, {{count}} cores', { host, count: cores });
  return (
    <li>
      <span>
        <strong>{name}</strong>: {told(state)}
      </span>
      {!isDraining && (
        <Form method="post" reloadDocument>
          <input type="hidden" name="intent" value="drain" />
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            className="button button-quiet"
            aria-label={t('Let it finish and end: {{name}}', { name })}
          >
            {t('Let it finish and end')}
          </button>
        </Form>
      )}
    </li>
  );
}
