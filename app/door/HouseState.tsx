interface ShownHouse {
  waiting: number;
  active: number;
  workers: number;
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
    ['workers', house.workers],
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
      {house.diskTrouble && <p className="form-fault">{house.diskTrouble}</p>}
      <p>
        <a href="/queue" className="button">
          Look into the queue
        </a>
      </p>
    </section>
  );
}
