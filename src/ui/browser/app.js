// Loaded by every page. Everything works without it; it only adds.
import { initAll } from './govuk-frontend.min.js';

initAll();

/**
 * Keeps a half-written form. `<form data-draft="/drafts/…">` is posted there, a moment after the last change, with
 * its token; the element marked `data-draft-said` says when it was last kept, or that it could not be.
 */
function keepDraft(form) {
  const said = form.querySelector('[data-draft-said]');
  const say = (words) => {
    if (said) said.textContent = words;
  };
  let waiting;
  let version = 0;
  let kept = 0;
  const keep = async () => {
    const sending = version;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
      });
      if (!answer.ok) throw new Error(String(answer.status));
      kept = sending;
      const clock = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/London' });
      say(`Kept as a draft at ${clock.format(new Date())}. Nothing is recorded until you send it.`);
    } catch {
      say('Not kept: there is no connection. What you typed is still on this page. It will be tried again.');
      schedule(10_000);
    }
  };
  const schedule = (milliseconds) => {
    clearTimeout(waiting);
    waiting = setTimeout(keep, milliseconds);
  };
  form.addEventListener('input', () => {
    version += 1;
    schedule(1500);
  });
  form.addEventListener('submit', () => {
    clearTimeout(waiting);
    kept = version;
  });
  addEventListener('beforeunload', (event) => {
    if (kept < version) event.preventDefault();
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
