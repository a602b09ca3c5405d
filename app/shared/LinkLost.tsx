/** What a link says that leads to no film, or to none any more. */
export function LinkLost() {
  return (
    <section className="lost page-width" aria-labelledby="lost-title">
      <h1 id="lost-title">This link leads nowhere</h1>
      <p className="lead">
        It was withdrawn, its film was deleted, or the address was cut short. Ask whoever sent it for another
        one.
      </p>
    </section>
  );
}
