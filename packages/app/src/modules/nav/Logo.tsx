interface LogoProps {
  /** With the name beside the sign. */
  full: boolean;
}

/** Three stages, one on the other: plan, apply, owned. */
export function Logo({ full }: LogoProps) {
  return (
    <svg
      height={28}
      viewBox={full ? '0 0 168 32' : '0 0 32 32'}
      aria-hidden="true"
      focusable="false"
    >
      <path fill="#2bb3a3" d="M16 2 30 9 16 16 2 9z" />
      <path fill="#7fd6c9" d="m2 15 14 7 14-7v3l-14 7-14-7z" />
      <path fill="#c9f0ea" d="m2 22 14 7 14-7v2l-14 7-14-7z" />
      {full && (
        <text
          x="40"
          y="23"
          fill="#fff"
          fontFamily="Helvetica Neue, Helvetica, Arial, sans-serif"
          fontSize="21"
          fontWeight="600"
        >
          Terrastage
        </text>
      )}
    </svg>
  );
}
