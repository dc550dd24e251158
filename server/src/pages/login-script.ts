import { createHash } from 'node:crypto';

/**
 * The script of the log-in page. It hands nothing over itself: it asks the platform, which knows from the session whether a PIN was proved, to
 * go on, once the PIN-pad says so or a phone has answered; a platform that cannot be reached for a while is asked again. A page that comes out of the
 * browser's memory begins anew.
 */
export const loginScript = `const form = document.querySelector('form[data-login]');
const base = form.dataset.login;
const headers = { 'content-type': 'application/json', 'x-mpin-form': form.elements.csrf.value };
let going = false;

async function goOn() {
  if (going) return;
  going = true;
  const response = await fetch(base + '/login', { method: 'POST', headers, body: '{}' }).catch(() => undefined);
  if (response?.ok) {
    const { location: next } = await response.json();
    location.replace(next);
  } else if (response === undefined || response.status === 409) {
    going = false;
  } else {
    location.reload();
  }
}

async function wait() {
  for (let pause = 500; !going; pause = Math.min(pause * 2, 10000)) {
    try {
      const response = await fetch(base + '/wait', { method: 'POST', headers, body: '{}' });
      if (response.status === 410) return location.reload();
      if (response.status === 403) return undefined;
      if (!response.ok) throw new Error('The platform cannot answer now.');
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let text = '', part = await reader.read(); !part.done; part = await reader.read()) {
        pause = 500;
        text += part.value;
        const lines = text.split('\\n');
        text = lines.pop();
        for (const line of lines.filter((one) => one !== '')) {
          const { status } = JSON.parse(line);
          if (status === 'authenticated') await goOn();
          if (status === 'abort' || status === 'expired') return location.reload();
        }
      }
    } catch {}
    await new Promise((resolve) => { setTimeout(resolve, pause); });
  }
}

document.querySelector('mpin-pinpad').addEventListener('mpin-signed-in', goOn);
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
void wait();
`;

/** Where the platform serves {@link loginScript}; named by its content, so that it may be cached for ever. */
export const loginScriptPath = `/pages/${createHash('sha256').update(loginScript).digest('hex').slice(0, 12)}.js`;
