/** Strokes of the icons that only setting up and the lists show. */
export const next = 'm9.5 6 6 6-6 6';
export const add = 'M12 5v14M5 12h14';
export const pencil = 'M4.5 19.5h3.4L19 8.4 15.6 5 4.5 16.1ZM13.2 7.4l3.4 3.4';
export const bin = 'M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.5 10.5v5.5M13.5 10.5v5.5';
export const laptop = 'M6.5 5h11A1.5 1.5 0 0 1 19 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 13.5v-7A1.5 1.5 0 0 1 6.5 5ZM3 19h18';
export const phone = 'M9.5 3h5a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM11 18h2';
export const key = 'M12 15a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM11 12l8-8M16 7l2.5 2.5';
