// Loaded by pages that take a passkey. Without it the page's other ways of signing in work as they are.
import './simplewebauthn-browser.min.js';

const { browserSupportsWebAuthn, startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;

/** Passkeys belong to a name; a browser makes none for a bare number. */
const hasName = !/^[\d.]+$|^\[/.test(location.hostname);

/** What the passkey is to sign, from the house. */
async function asked(form) {
  const answer = await fetch(`${form.action}/begin`, {
    method: 'POST',
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
    redirect: 'manual',
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function takePasskey(form) {
  const said = form.querySelector('[data-passkey-said]');
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    said.textContent = '';
    try {
      const optionsJSON = await asked(form);
      const signed = form.dataset.passkey === 'create' ? startRegistration : startAuthentication;
      form.elements.answer.value = JSON.stringify(await signed({ optionsJSON }));
      form.submit();
    } catch {
      said.textContent = 'The passkey did not work, or was not used. Try again, or use another way.';
    }
  });
}

if (browserSupportsWebAuthn() && hasName)
  for (const form of document.querySelectorAll('form[data-passkey]')) takePasskey(form);
