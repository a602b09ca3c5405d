/** A phone with a paper moon rising behind two paper hills. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 28 40" width="24" height="34" aria-hidden="true">
      <clipPath id="logo-screen">
        <rect x="2" y="2" width="24" height="36" rx="5.5" />
      </clipPath>
      <rect className="logo-body" x="0" y="0" width="28" height="40" rx="7.5" />
      <g clipPath="url(#logo-screen)">
        <rect className="logo-sky" width="28" height="40" />
        <circle className="logo-moon" cx="15.5" cy="17" r="7.5" />
        <path className="logo-far" d="M0 27c6-6 11-6 16-1s8 3 12-1v15H0z" />
        <path className="logo-near" d="M0 33c7-5 14-3 28 0v7H0z" />
      </g>
    </svg>
  );
}
