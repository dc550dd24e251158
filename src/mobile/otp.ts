import { qrPath } from '../elements/access-number/qr.ts';

/** The script of the page of one-time passwords: draws the QR code that takes a phone to the same page of its own, when it is asked for. */
const SVG = 'http://www.w3.org/2000/svg';

for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-address]')) {
  details.addEventListener('toggle', () => {
    const place = details.querySelector('[role="img"]');
    if (!details.open || place === null || place.childElementCount > 0) return;
    const { size, path } = qrPath(details.dataset['address'] ?? '');
    const picture = document.createElementNS(SVG, 'svg');
    picture.setAttribute('viewBox', `0 0 ${size} ${size}`);
    picture.setAttribute('shape-rendering', 'crispEdges');
    const modules = document.createElementNS(SVG, 'path');
    modules.setAttribute('d', path);
    picture.append(modules);
    place.append(picture);
  });
}
