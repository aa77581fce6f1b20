import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { HousePage, NavigationLink } from './house-page.ts';
import { Mark } from './mark.tsx';

type LayoutProps = {
  readonly house: HousePage;
  /** What the browser's tab says; the council and the product follow it. Never a protected place. */
  readonly title: string;
  /** The `href` of the navigation link that this page belongs to. */
  readonly nav?: string | undefined;
  readonly back?: NavigationLink | undefined;
  /** The page answers a form that was refused: the tab says so first. */
  readonly refused?: boolean | undefined;
  /** Seconds after which a browser without scripts asks for the page again: long work goes on behind it. */
  readonly lookAgainAfter?: number | undefined;
  /** Where the browser goes on by itself, at once: somebody else's sign-in. */
  readonly goOnTo?: string | undefined;
  readonly children?: ComponentChildren;
};

/** The whole page round its content. */
export function Layout({ house, title, nav, back, refused, lookAgainAfter, goOnTo, children }: LayoutProps): VNode {
  return (
    <html lang="en-GB" class="govuk-template">
      <Head
        house={house}
        title={`${refused ? 'Error: ' : ''}${title} – Sightline – ${house.council}`}
        lookAgainAfter={lookAgainAfter}
        goOnTo={goOnTo}
      />
      <body class="govuk-template__body">
        <script nonce={house.nonce} dangerouslySetInnerHTML={{ __html: SAYS_SCRIPTS_RUN }} />
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
          Skip to main content
        </a>
        <Header house={house} nav={nav} />
        <Notices house={house} />
        <div class="govuk-width-container">
          {back && (
            <nav aria-label="Back">
              <a class="govuk-back-link" href={back.href}>
                {back.text}
              </a>
            </nav>
          )}
          <main id="main" class="sl-main" tabindex={-1}>
            {children}
          </main>
        </div>
        <Footer house={house} />
      </body>
    </html>
  );
}

/** The document as text, with its doctype. */
export const documentOf = (page: VNode): string => `<!doctype html>${renderToString(page)}`;

const SAYS_SCRIPTS_RUN =
  "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";

type HeadProps = {
  house: HousePage;
  title: string;
  lookAgainAfter: number | undefined;
  goOnTo: string | undefined;
};

function Head({ house, title, lookAgainAfter, goOnTo }: HeadProps) {
  const colour = house.colour && /^#[0-9a-f]{6}$/i.test(house.colour) ? house.colour : null;
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="robots" content="noindex, nofollow" />
      <link rel="icon" type="image/svg+xml" href="/assets/favicon.svg" />
      <link rel="stylesheet" href="/assets/govuk.css" />
      <link rel="stylesheet" href="/assets/sightline.css" />
      {colour && <style nonce={house.nonce} dangerouslySetInnerHTML={{ __html: `:root{--sl-council:${colour}}` }} />}
      <script type="module" src="/assets/app.js" />
      {goOnTo !== undefined && <meta http-equiv="refresh" content={`0; url=${goOnTo}`} />}
      {lookAgainAfter !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(lookAgainAfter)} />
        </noscript>
      )}
    </head>
  );
}

function Header({ house, nav }: { house: HousePage; nav: string | undefined }) {
  return (
    <header class="sl-head">
      <div class="govuk-width-container sl-head__inside">
        <p class="sl-head__names">
          <span class="sl-head__council">{house.council}</span>
          <span class="sl-head__product">
            <Mark />
            Sightline
          </span>
        </p>
        {house.person && (
          <p class="sl-head__person">
            <a class="govuk-link" href="/my-account">
              {house.person.name}
              {house.person.role && `, ${house.person.role}`}
            </a>
          </p>
        )}
        {house.signOut && (
          <form method="post" action={house.signOut.action} class="sl-head__out">
            <input type="hidden" name="_csrf" value={house.signOut.csrf} />
            <button type="submit" class="sl-link-button">
              Sign out
            </button>
          </form>
        )}
        {house.nav.length > 0 && <Navigation links={house.nav} here={nav} />}
      </div>
    </header>
  );
}

function Navigation({ links, here }: { links: readonly NavigationLink[]; here: string | undefined }) {
  return (
    <nav aria-label="Main" class="sl-nav">
      <ul>
        {links.map((link) => (
          <li key={link.href} class={link.href === here ? 'sl-nav__here' : undefined}>
            <a href={link.href} aria-current={link.href === here ? 'page' : undefined}>
              {link.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A reader must never take an invented child for a real one, or a trial for the record. */
function Notices({ house }: { house: HousePage }) {
  if (house.mark === 'real' && !house.trial) return null;
  return (
    <aside class="sl-notices" aria-label="About this database">
      <div class="govuk-width-container">
        {house.mark === 'invented' && (
          <p>
            <strong>Invented data.</strong> No child, adult or place here is real.
          </p>
        )}
        {house.trial && (
          <p>
            <strong>Trial files.</strong> Some of what is shown was loaded to try it out. Do not act on it.
          </p>
        )}
      </div>
    </aside>
  );
}

function Footer({ house }: { house: HousePage }) {
  return (
    <footer class="sl-foot">
      <div class="govuk-width-container">
        {house.mark === 'real' && house.person && <p>Opening a child’s page is written to the child’s access log.</p>}
        <p>Sightline is open-source software, run by {house.council}.</p>
      </div>
    </footer>
  );
}
