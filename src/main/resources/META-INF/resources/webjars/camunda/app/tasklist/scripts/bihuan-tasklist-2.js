import { ask, linkTo, loginIsOurs, logoutIsOurs } from '/js/webapp-door.js';

const PROCESS = 'hazard-rectification';
const FRESH_FOR = 30_000; // ms
const REDRAW_EVERY = 300_000; // ms; a list left open over midnight must not show yesterday
const AT_ONCE = 100; // ids a call

loginIsOurs();
logoutIsOurs();

// ---- who is here: 登记隐患 only for those who may ----
ask('/app-api/me').then((me) => {
  if (me?.mayRegister) document.documentElement.classList.add('bh-may-register');
});

// One process can be started here, so its form opens at once instead of a list with one line.
document.addEventListener('click', (event) => {
  if (event.target.closest?.('li.start-process-action a')) {
    event.preventDefault();
    event.stopImmediatePropagation();
    changePlace((place) => place.set('processStart', PROCESS));
  }
}, true);

// ---- the most urgent first, unless the person has chosen otherwise ----
changePlace((place) => {
  if (!place.has('sorting')) place.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
}, true);

// ---- cards: what the tasks of the page are about, one call for all of them ----
const known = new Map(); // task id -> {at, card: Promise}
let wanted = new Map(); // task id -> resolve

function cardOf(taskId) {
  const remembered = known.get(taskId);
  if (remembered && performance.now() - remembered.at < FRESH_FOR) return remembered.card;
  const card = new Promise((resolve) => {
    wanted.set(taskId, resolve);
    if (wanted.size === 1) setTimeout(fetchWanted, 20);
  });
  known.set(taskId, { at: performance.now(), card });
  return card;
}

async function fetchWanted() {
  const asked = [...wanted];
  wanted = new Map();
  for (let from = 0; from < asked.length; from += AT_ONCE) {
    const part = asked.slice(from, from + AT_ONCE);
    const cards = await ask('/app-api/cards?ids=' + part.map(([id]) => encodeURIComponent(id)).join(','));
    for (const [id, resolve] of part) {
      if (!cards) known.delete(id);
      resolve(cards?.[id] ?? null);
    }
  }
}

const shown = new Map(); // node -> task id

async function draw(node, taskId) {
  const card = await cardOf(taskId);
  if (!card) return;
  node.className = `bh-card bh-${card.state}`;
  node.replaceChildren(
    part('bh-state', card.label),
    part(`bh-grade bh-${card.grade}`, card.gradeName),
    part('bh-number', card.number),
    part('bh-enterprise', card.enterprise),
  );
}

setInterval(() => {
  known.clear();
  for (const [node, taskId] of shown) {
    if (node.isConnected) draw(node, taskId);
    else shown.delete(node);
  }
}, REDRAW_EVERY);

const card = {
  id: 'bihuan-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  render: (node, { taskId }, scope) => {
    shown.set(node, taskId);
    scope?.$on?.('$destroy', () => shown.delete(node));
    draw(node, taskId);
  },
};

// ---- 案卷: where the case of the selected task stands ----
const caseTab = {
  id: 'bihuan-case-tab',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: '案卷' },
  render: async (node, { taskId }) => {
    const found = await ask('/app-api/case-tab?task=' + encodeURIComponent(taskId));
    node.className = 'bh-case-tab';
    if (!found) {
      node.replaceChildren(part('bh-missing', '未能取得案卷，请刷新页面后重试。'));
      return;
    }
    const { clock } = found;
    const facts = document.createElement('dl');
    for (const [name, value, look, more] of [
      ['隐患编号', found.number],
      ['办到哪一步', found.round > 1 ? `${found.task}（第${found.round}轮）` : found.task],
      clock && [`${clock.kind}期限`, `${clock.dueOn}　${clock.left}`, `bh-state bh-${clock.state}`, clock.explanation],
      clock && ['由谁负责', clock.owner],
      found.dueOn && found.dueOn !== clock?.dueOn && ['整改期限', found.dueOn],
      ['责任单位', [found.responsible, found.responsiblePerson].filter(Boolean).join('，')],
      ['监管单位', found.supervisor],
      ['级别', found.grade],
      ['地点', found.place],
      ['隐患描述', found.description],
      ['整改要求', found.requirement],
    ].filter(Boolean)) {
      if (!value) continue;
      const term = document.createElement('dt');
      term.textContent = name;
      const text = document.createElement('dd');
      text.append(part(look ?? '', value));
      if (more) text.append(part('bh-explanation', more));
      facts.append(term, text);
    }
    const open = linkTo('/hazards/' + encodeURIComponent(found.number), '打开案卷：照片、办理记录和后续提醒');
    open.className = 'btn btn-default bh-open-case';
    open.target = '_blank';
    open.rel = 'noopener';
    node.replaceChildren(facts, ...whatComesNext(found.next), open);
  },
};

/** What happens on which day if nobody acts (N15). */
function whatComesNext(steps) {
  if (!steps.length) return [];
  const title = document.createElement('h4');
  title.textContent = '接下来（届时仍未办理的）';
  const list = document.createElement('ol');
  list.className = 'bh-next';
  for (const { on, action, audience } of steps) {
    const line = document.createElement('li');
    const day = document.createElement('time');
    day.textContent = on;
    line.append(day, part('', `${action}，告知${audience}`));
    list.append(line);
  }
  return [title, list];
}

// ---- ways out ----
const home = {
  id: 'bihuan-home',
  pluginPoint: 'tasklist.navbar.action',
  priority: 60,
  render: (node) => node.append(linkTo('/', '首页')),
};

const ledger = {
  id: 'bihuan-ledger',
  pluginPoint: 'tasklist.navbar.action',
  priority: 50,
  render: (node) => node.append(linkTo('/ledger', '隐患台账')),
};

// On a phone list and task take turns; this is the way back.
const backToList = {
  id: 'bihuan-back-to-list',
  pluginPoint: 'tasklist.task.action',
  priority: 1000,
  render: (node) => {
    const back = document.createElement('button');
    back.type = 'button';
    back.className = 'btn btn-default bh-back';
    back.textContent = '‹ 返回列表';
    back.addEventListener('click', () => changePlace((place) => {
      place.delete('task');
      place.delete('detailsTab');
    }));
    node.append(back);
  },
};

/** Changes the parameters behind the #; quietly = without a step in the browser's history. */
function changePlace(change, quietly) {
  const [path, parameters] = location.hash.split('?');
  const place = new URLSearchParams(parameters ?? '');
  change(place);
  const hash = (path || '#/') + '?' + place;
  if (quietly) history.replaceState(history.state, '', hash);
  else location.hash = hash;
}

function part(look, text) {
  const element = document.createElement('span');
  if (look) element.className = look;
  element.textContent = text ?? '';
  return element;
}

export default [card, caseTab, home, ledger, backToList];
