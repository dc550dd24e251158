'use strict';

/* The page's part of signing in: hand the token to our server, which alone decides, and follow its answer. */
const show = (reason) => {
  const text = document.getElementById('reason');
  text.textContent = text.dataset[reason];
  document.querySelector('mpin-pinpad').hidden = true;
  document.getElementById('fallback').hidden = false;
};

const signIn = async (token) => {
  const response = await fetch(`/session${location.search}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  }).catch(() => undefined);
  if (response?.ok) location.assign((await response.json()).next);
  else show(response?.status === 401 ? 'refused' : 'unavailable');
};

addEventListener('mpin-signed-in', (event) => void signIn(event.token));

/* A script that does not load fires its error at its own element; only a capturing listener hears it here. */
addEventListener('error', (event) => {
  if (event.target instanceof HTMLScriptElement) show('unavailable');
}, true);
