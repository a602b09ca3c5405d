import { Form } from '@remix-run/react';

interface ShownHouse {
  waiting: number;
  active: number;
  workers: readonly { id: string; name: string; state: string; isDraining: boolean }[];
  free: string;
  diskTrouble: string | null;
  today: string;
  inAll: string;
}

/** What the house is doing, and what it has left. */
export function HouseState({ house }: { house: ShownHouse }) {
  const figures: readonly [string, string | number][] = [
    ['films waiting', house.waiting],
    ['in the making', house.active],
    ['workers', house.workers.length],
    ['free on the disk', house.free],
    ['spent today (UTC)', house.today],
    ['spent in all', house.inAll],
  ];
  return (
    <section className="account-section" aria-labelledby="house">
      <h2 id="house">The house</h2>
      <dl className="figures person-figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {house.workers.length > 0 && (
        <ul className="door-list" aria-label="Workers">
          {house.workers.map(({ id, name, state, isDraining }) => (
            <li key={id}>
              <span>
                <strong>{name}</strong>: {state}
              </span>
              {!isDraining && (
                <Form method="post" reloadDocument>
                  <input type="hidden" name="intent" value="drain" />
                  <input type="hidden" name="id" value={id} />
                  <button
                    type="submit"
                    className="button button-quiet"
                    aria-label={`Let it finish and end: ${name}`}
                  >
                    Let it finish and end
                  </button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {house.diskTrouble && <p className="form-fault">{house.diskTrouble}</p>}
      <p>
        <a href="/queue" className="button">
          Look into the queue
        </a>
      </p>
    </section>
  );
}
