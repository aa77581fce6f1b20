/** The product's mark: a line of sight with a railed gap in it. Decoration; the name stands beside it. */
export const Mark = () => (
  <svg class="sl-mark" width="44" height="20" viewBox="0 0 44 20" aria-hidden="true" focusable="false">
    <path d="M2 10H18M29 10H42" stroke="currentColor" stroke-width="4" />
    <rect x="18" y="6" width="11" height="8" fill="none" stroke="currentColor" stroke-width="1.6" />
  </svg>
);
