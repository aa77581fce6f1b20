// Loaded by every page. Everything works without it; it only adds.
import { initAll } from './govuk-frontend.min.js';

initAll();

/** "9.05am", by the clocks of England, as pages write it. */
function clockTime(at) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone: 'Europe/London',
  });
  const { hour, minute, dayPeriod } = Object.fromEntries(
    parts.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return `${Number(hour) === 0 ? 12 : Number(hour)}${minute === '00' ? '' : `.${minute}`}${dayPeriod.toLowerCase()}`;
}

/** Posts the form as its draft; answers when it was kept, or null when nobody is signed in any more. Throws otherwise. */
async function postDraft(form) {
  const answer = await fetch(form.dataset.draft, {
    method: 'POST',
    body: new URLSearchParams(new FormData(form)),
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
    redirect: 'manual',
  });
  if (answer.type === 'opaqueredirect' || answer.status === 403) return null;
  if (!answer.ok) throw new Error(String(answer.status));
  return new Date((await answer.json()).keptAt);
}

const KEEP_AFTER = 1500;
const TRY_AGAIN_AFTER = 10_000;

/**
 * Keeps a half-written form. `<form data-draft="/…/draft">` is posted there a moment after the last change, with its
 * token; the element marked `data-draft-said` says when it was last kept, or why it was not.
 */
function keepDraft(form) {
  const said = form.querySelector('[data-draft-said]');
  let [typed, kept, waiting] = [0, 0, undefined];
  const say = (words) => {
    if (said) said.textContent = words;
  };
  const keep = async () => {
    const sending = typed;
    try {
      const keptAt = await postDraft(form);
      if (!keptAt)
        return say(
          'Not kept: you have been signed out. Sign in again in another tab; what you typed is still on this page.',
        );
      kept = sending;
      say(`Kept as a draft at ${clockTime(keptAt)}. Only you can see it. Nothing is recorded until you send it.`);
    } catch {
      say('Not kept: there is no connection. What you typed is still on this page, and will be tried again.');
      keepAfter(TRY_AGAIN_AFTER);
    }
  };
  const keepAfter = (milliseconds) => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, milliseconds);
  };
  form.addEventListener('input', () => {
    typed += 1;
    keepAfter(KEEP_AFTER);
  });
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    kept = typed;
  });
  addEventListener('beforeunload', (event) => {
    if (kept < typed) event.preventDefault();
  });
}

/**
 * Follows long work. `<div data-progress="/imports/…/progress" data-progress-every="2000">` is replaced by the HTML
 * that the address answers, until that HTML carries no `data-progress` any more.
 */
function followProgress(part) {
  const every = Math.max(1000, Number(part.dataset.progressEvery) || 2000);
  const look = async () => {
    try {
      const answer = await fetch(part.dataset.progress, {
        headers: { accept: 'text/html' },
        credentials: 'same-origin',
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = new DOMParser()
        .parseFromString(await answer.text(), 'text/html')
        .querySelector('[data-progress-part]');
      if (!found) return;
      part.replaceChildren(...found.childNodes);
      if (found.hasAttribute('data-progress-done')) return;
    } catch {
      // The work goes on without us; we look again.
    }
    setTimeout(look, every);
  };
  setTimeout(look, every);
}

for (const form of document.querySelectorAll('form[data-draft]')) keepDraft(form);
for (const part of document.querySelectorAll('[data-progress]')) followProgress(part);
