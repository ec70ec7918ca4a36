// Way in and out of Camunda's web applications: our login, our logout (one session for everything).

/** Whoever has lost the login meets our login page, not the stock one, which knows no password of ours. */
export function loginIsOurs() {
  const leaveStockLogin = () => {
    if (/^#!?\/login/.test(location.hash)) location.replace('/login');
  };
  addEventListener('hashchange', leaveStockLogin);
  leaveStockLogin();
}

/** The stock logout leaves the session alive; ours ends it everywhere. */
export function logoutIsOurs() {
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('li.logout a')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      location.assign('/logout');
    }
  }, true);
}

/** A link for a navigation bar. */
export function linkTo(href, text) {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

/** JSON of our own endpoints; null when it cannot be had, the login page when the login is lost. */
export async function ask(path) {
  try {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } });
    if (answer.status === 401) location.replace('/login');
    return answer.ok ? await answer.json() : null;
  } catch {
    return null; // no network: what is on the screen stays
  }
}
