// Help to fill in the forms of Tasklist: choosing an enterprise, clauses, similar cases, days, and photos to look at.

const ASKED_WITH = 200; // characters of a text that go into an address
const ALIKE = 0.8;
const CHOICES = 8;

const WORDS = {
  change: '更换',
  nothing: '没有找到，请换几个字再试。',
  samePlace: '地点相同',
  alike: '描述相近',
  recurring: '疑似反弹，登记后将作标记',
  close: '关闭',
};

export function helpToFillIn(parts) {
  bindControls(parts);
  parts.all('[data-picker="enterprise"]').forEach((place) => enterprisePicker(parts, place));
  offers(parts);
  proposals(parts);
  clauses(parts);
  similarCases(parts);
  ownWords(parts);
  parts.form.addEventListener('click', look);
}

/** Calls only after some silence. */
export function pause(act, milliseconds) {
  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds);
  };
  later.never = () => clearTimeout(timer);
  return later;
}

async function ask(path, parameters) {
  try {
    const answer = await fetch(`${path}?${new URLSearchParams(parameters)}`, { headers: { Accept: 'application/json' } });
    return answer.ok ? (await answer.json()).items : null;
  } catch {
    return null;
  }
}

function part(kind, look, text) {
  const element = document.createElement(kind);
  if (look) element.className = look;
  if (text) element.textContent = text;
  return element;
}

/** Lists and days of ours stand outside Tasklist's templates; each speaks for a hidden field. */
function bindControls(parts) {
  for (const control of parts.all('[data-binds]')) {
    const name = control.dataset.binds;
    const say = control.type === 'date' ? dayInWords(control) : () => {};
    const show = () => {
      control.value = parts.value(name);
      say();
    };
    control.addEventListener('change', () => {
      parts.put(name, control.value);
      say();
    });
    parts.field(name)?.addEventListener('bihuan-put', show);
    show();
  }
}

/** Browsers write days in the order of their own country; ours stands below, with its weekday. */
function dayInWords(control) {
  const words = part('small', 'bh-day');
  control.after(words);
  const weekday = new Intl.DateTimeFormat('zh-CN', { weekday: 'long', timeZone: 'UTC' });
  return () => { words.textContent = control.value && `${control.value} ${weekday.format(new Date(control.value))}`; };
}

// ---- an enterprise by some of its signs ----

function enterprisePicker(parts, place) {
  const input = place.querySelector('input');
  const list = part('div', 'bh-picks');
  list.setAttribute('role', 'listbox');
  const chosen = part('p', 'bh-chosen');
  place.append(list, chosen);
  let turn = 0;

  const show = (enterprise) => {
    input.hidden = Boolean(enterprise);
    list.replaceChildren();
    chosen.replaceChildren();
    if (!enterprise) return;
    const change = part('button', 'btn btn-link', WORDS.change);
    change.type = 'button';
    change.addEventListener('click', () => {
      parts.put('enterprise', '');
      input.value = '';
      input.focus();
    });
    chosen.append(part('b', '', enterprise.name), part('small', '', about(enterprise)), change);
  };
  const choose = (enterprise) => {
    parts.put('enterprise', enterprise.creditCode);
    show(enterprise);
  };
  const search = pause(async () => {
    const mine = ++turn;
    const sought = input.value.trim();
    const found = sought ? await ask('/api/v1/organisation/enterprises', { q: sought }) : [];
    if (mine !== turn || !found) return;
    list.replaceChildren(...found.slice(0, CHOICES).map((enterprise) => {
      const choice = part('button', 'bh-pick');
      choice.type = 'button';
      choice.setAttribute('role', 'option');
      choice.append(part('b', '', enterprise.name), part('small', '', about(enterprise)));
      choice.addEventListener('click', () => choose(enterprise));
      return choice;
    }));
    if (sought && !found.length) list.replaceChildren(part('p', 'hint', WORDS.nothing));
  }, 250);
  const remembered = async () => {
    const code = parts.value('enterprise');
    if (!code) return show(null);
    const found = await ask('/api/v1/organisation/enterprises', { q: code });
    const known = found?.find(({ creditCode }) => creditCode === code);
    if (known) show(known);
  };
  input.addEventListener('input', (event) => {
    event.stopPropagation();
    search();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.querySelector('.bh-pick')?.click();
  });
  parts.field('enterprise').addEventListener('bihuan-put', () => { if (!parts.value('enterprise')) show(null); });
  remembered();
}

const about = ({ region, industry, creditCode }) => `${region.name}，${industry.name}，${creditCode}`;

// ---- clauses and cases to choose with one click ----

function offers(parts) {
  for (const place of parts.all('[data-offers]')) {
    place.addEventListener('click', ({ target }) => {
      const copy = target.closest('.bh-offer')?.querySelector('[data-copy]');
      if (copy) parts.put(place.dataset.offers, copy.textContent.replaceAll('\u2060', ''));
    });
  }
}

function clauses(parts) {
  const place = parts.one('[data-ask="criteria"]');
  if (!place) return;
  const search = pause(async () => {
    if (parts.value('grade') !== 'MAJOR') return;
    const found = await ask('/app-api/forms/criteria', {
      enterprise: parts.value('enterprise'),
      industry: parts.value('industry'),
      words: parts.value('description').slice(0, ASKED_WITH),
      on: parts.value('foundOn'),
    });
    place.querySelectorAll('.bh-offer').forEach((offer) => offer.remove());
    place.hidden = !found?.length;
    for (const { text } of found ?? []) {
      const offer = part('button', 'bh-offer');
      offer.type = 'button';
      const copy = part('span', '', text);
      copy.dataset.copy = '';
      offer.append(copy);
      place.append(offer);
    }
  }, 400);
  for (const event of ['input', 'change']) parts.form.addEventListener(event, search);
}

function similarCases(parts) {
  const place = parts.one('[data-similar]');
  if (!place) return;
  let asked = '';
  const search = pause(async () => {
    const wish = {
      enterprise: parts.value('enterprise'),
      responsibleUnit: parts.scope.side === 'unit' ? parts.value('responsibleUnit') : '',
      location: parts.value('location').slice(0, ASKED_WITH),
      description: parts.value('description').slice(0, ASKED_WITH),
      criterion: parts.value('grade') === 'MAJOR' ? parts.value('criterion').slice(0, ASKED_WITH) : '',
      foundOn: parts.value('foundOn'),
    };
    const question = JSON.stringify(wish);
    if (question === asked || !(wish.location || wish.description)) return;
    asked = question;
    const found = await ask('/app-api/forms/similar', wish);
    if (question !== asked) return;
    place.hidden = !found?.length;
    place.querySelector('ul').replaceChildren(...(found ?? []).map(similarCase));
  }, 500);
  for (const event of ['input', 'change']) parts.form.addEventListener(event, search);
}

function similarCase({ number, status, location, description, samePlace, alike, recurring }) {
  const line = part('li');
  const link = part('a', '', number);
  link.href = '/hazards/' + encodeURIComponent(number);
  link.target = '_blank';
  link.rel = 'noopener';
  const marks = [samePlace && WORDS.samePlace, alike && WORDS.alike, recurring && WORDS.recurring].filter(Boolean).join('、');
  line.append(link, ` ${status}，${marks}`, part('span', '', `${location}：${description}`));
  return line;
}

// ---- days by grade ----

/** The county's day for the grade, as long as the person has not chosen another. */
function proposals(parts) {
  const hints = parts.all('[data-proposal]');
  const show = () => {
    const proposed = hints.map((hint) => hint.dataset.day);
    for (const hint of hints) hint.hidden = hint.dataset.proposal !== parts.value('grade');
    const mine = hints.find((hint) => !hint.hidden);
    if (mine && proposed.includes(parts.value('dueOn'))) parts.put('dueOn', mine.dataset.day);
  };
  if (!hints.length) return;
  parts.form.addEventListener('change', ({ target }) => { if (target.name === 'gradeChoice') show(); });
  parts.form.addEventListener('bihuan-refilled', show);
  show();
}

// ---- 整改措施 in one's own words (U10) ----

function ownWords(parts) {
  const field = parts.one('[data-unlike]');
  if (!field) return;
  const other = parts.one(`[data-text="${field.dataset.unlike}"]`).textContent;
  const hint = parts.one('[data-unlike-hint]');
  field.addEventListener('input', pause(() => { hint.hidden = likeness(field.value, other) < ALIKE; }, 300));
}

/** Dice's coefficient over pairs of letters and digits; 0 to 1. */
function likeness(one, other) {
  const pairs = (text) => {
    const signs = [...text.normalize('NFKC').toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign));
    return signs.slice(1).map((sign, at) => signs[at] + sign);
  };
  const left = pairs(one);
  const right = pairs(other);
  if (!left.length || !right.length) return 0;
  const all = left.length + right.length;
  let common = 0;
  for (const pair of left) {
    const at = right.indexOf(pair);
    if (at >= 0) {
      right.splice(at, 1);
      common += 1;
    }
  }
  return (2 * common) / all;
}

// ---- photos ----

function look(event) {
  const link = event.target.closest?.('a.bh-photo');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const frame = part('dialog', 'bh-look');
  const picture = document.createElement('img');
  picture.src = link.href;
  picture.alt = link.querySelector('img')?.alt ?? '';
  const close = part('button', '', WORDS.close);
  close.type = 'button';
  frame.append(picture, close);
  frame.addEventListener('click', () => frame.close());
  frame.addEventListener('close', () => frame.remove());
  document.body.append(frame);
  frame.showModal();
}
