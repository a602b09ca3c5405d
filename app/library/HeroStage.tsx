import { Rich } from '#app/language/Rich.tsx';

/**
 * The home page's picture: a film playing on a paper stage. Cut-paper layers in the page's own colours, so
 * that it is dusk by day and night by night.
 */
export function HeroStage() {
  return (
    <div className="hero-stage" aria-hidden="true">
      <div className="stage-phone">
        <div className="stage-screen">
          <svg aria-hidden="true" viewBox="0 0 180 320" preserveAspectRatio="xMidYMid slice">
            <rect className="film-sky" width="180" height="320" />
            <circle className="film-halo" cx="124" cy="66" r="48" />
            <circle className="film-moon" cx="124" cy="66" r="29" />
            <g className="film-stars">
              <circle cx="30" cy="50" r="1.6" />
              <circle cx="62" cy="96" r="1.2" />
              <circle cx="48" cy="22" r="1" />
              <circle cx="166" cy="24" r="1.5" />
              <circle cx="80" cy="44" r="1" />
              <circle cx="18" cy="108" r="1.2" />
              <circle cx="158" cy="122" r="1" />
            </g>
            <path className="film-far" d="M0 150c30-26 60-30 92-8s60 10 88-12v190H0z" />
            <path
              className="film-trees"
              d="m4 182 15-50 15 50zm28 4 10-34 10 34zm98-18 16-56 16 56zm28 12 11-38 11 38z"
            />
            <path className="film-mid" d="M0 186c44-24 92-18 180 4v130H0z" />
            <g className="film-fox">
              <path className="fox-tail" d="M114 222c26 4 36-12 28-34 20 20 12 52-26 48z" />
              <path className="fox-tip" d="M142 188c7 8 11 17 10 26-5-5-9-14-10-26z" />
              <path className="fox-body" d="M64 234c-8-32 6-52 28-54 22 2 32 26 28 54z" />
              <path className="fox-chest" d="M80 204h24l-5 30H85z" />
              <path className="fox-head" d="m60 178 2-34 19 13h22l17-13 4 34-22 24H84z" />
              <path className="fox-cheek" d="m60 178 24 24h4l4-8-12-15zm64 0-22 24h-4l-6-8 14-15z" />
              <path className="fox-ear" d="m66 152 1 14 9-7zm50 0-1 14-9-7z" />
              <circle className="fox-eye" cx="80" cy="176" r="3" />
              <circle className="fox-eye" cx="104" cy="176" r="3" />
              <path className="fox-nose" d="m87 193 5 5 5-5z" />
            </g>
            <path className="film-near" d="M0 226c50-16 110-14 180 6v88H0z" />
            <path className="film-grass" d="M0 268c46-14 120-18 180 0v52H0z" />
          </svg>
          <p className="stage-caption">
            <Rich text="A young <fox>fox</fox>" parts={{ fox: <span className="stage-word" /> }} />
          </p>
          <span className="stage-bar" />
        </div>
      </div>
    </div>
  );
}

/** The land in which the stage stands, as wide as the window. */
export function HeroScenery() {
  return (
    <svg
      className="hero-scenery"
      aria-hidden="true"
      viewBox="0 0 1440 640"
      preserveAspectRatio="xMaxYMax slice"
    >
      <circle className="stage-halo" cx="1065" cy="330" r="330" />
      <circle className="stage-glow" cx="1065" cy="330" r="236" />
      <path
        className="stage-far"
        d="M-40 560c170-64 300-40 430-20s230 4 340-60 190-110 300-70 150 60 240 10 170-40 230-10v260H-40z"
      />
      <path className="stage-mid" d="M-40 600c220-50 360-24 560-18s310-80 470-84 300 50 520-6v180H-40z" />
    </svg>
  );
}

/** The paper ground in front of everything, in the colour of the page below it. */
export function HeroGround() {
  return (
    <svg className="hero-ground" aria-hidden="true" viewBox="0 0 1440 80" preserveAspectRatio="none">
      <path className="stage-near" d="M0 40c240-44 520-34 800-8s440-2 640-24v80H0z" />
    </svg>
  );
}
