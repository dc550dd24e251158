'use strict';

/* A page with somebody's account does not stay open when a phone has ended the sign-in: it asks its own server now and then, and when it is looked at. */
const leaveIfOver = async () => {
  const response = await fetch('/session').catch(() => undefined);
  if (response?.status === 401) location.replace(`/?signed-out&lang=${document.documentElement.lang}`);
};

setInterval(() => { if (!document.hidden) void leaveIfOver(); }, 5000);
addEventListener('visibilitychange', () => { if (!document.hidden) void leaveIfOver(); });
/* Shown from the browser's memory, by "Back". */
addEventListener('pageshow', (event) => { if (event.persisted) void leaveIfOver(); });
