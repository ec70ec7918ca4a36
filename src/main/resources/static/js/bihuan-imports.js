// The page 导入台账: hand in, watch, look row by row, settle what is nearly twice there. Values become text, never markup.
import { call } from './bihuan-forms.js';
import { element, problem, progress, settled, warningWords } from './bihuan-intake.js';

const $ = (id) => document.getElementById(id);
const form = $('hand-in');
const words = $('words').dataset;
const OUTCOME = { ACCEPTED: words.accepted, REJECTED: words.rejected, DUPLICATE: words.duplicate, SKIPPED: words.skipped };
const WARNING = warningWords();
const DONE = '已导入';
const PAGE = 200;
let report = null;
let shown = PAGE;

function askForHeaders(headers) {
  const place = $('mapping');
  place.hidden = false;
  place.querySelectorAll('.field').forEach((old) => old.remove());
  headers.forEach((header, index) => {
    const field = element('div', null, { class: 'field' });
    const select = element('select', null, { id: `mapping-${index}`, 'data-header': header.header });
    select.append($('columns').content.cloneNode(true));
    if (header.suggestions[0]) select.value = String(header.suggestions[0].no);
    field.append(element('label', `${header.column} 列：${header.header}`, { for: `mapping-${index}` }), select);
    place.append(field);
  });
}

function mapping() {
  const chosen = {};
  document.querySelectorAll('[data-header]').forEach((select) => {
    if (select.value !== '') chosen[select.dataset.header] = Number(select.value);
  });
  return chosen;
}

function attention(row) {
  return row.outcome === 'REJECTED' || row.code === 'DUPLICATE_NEAR' || (row.warnings ?? []).length > 0;
}

function rowAt({ sheet, row }) {
  return report.results.find((other) => other.row === row && (other.sheet ?? null) === (sheet ?? null));
}

function line(row) {
  const tr = element('tr');
  const place = row.sheet ? `${row.sheet} 第${row.row}行` : `第${row.row}行`;
  tr.append(element('td', place, { 'data-label': '行' }), element('td', row.outcome === 'ACCEPTED' && row.number ? DONE : OUTCOME[row.outcome], { 'data-label': '结果' }));
  const why = element('td', row.message ?? '', { 'data-label': '说明' });
  for (const warning of row.warnings ?? []) why.append(element('div', WARNING[warning] ?? warning, { class: 'quiet' }));
  if (row.number) why.append(element('a', row.number, { href: `/hazards/${encodeURIComponent(row.number)}`, class: 'number' }));
  const what = element('td', row.about ?? '', { 'data-label': '内容' });
  const earlier = row.code === 'DUPLICATE_NEAR' && row.duplicateOf && rowAt(row.duplicateOf);
  if (earlier) what.append(element('div', `第${earlier.row}行：${earlier.about ?? ''}`, { class: 'quiet' }));
  tr.append(why, what);
  const choice = element('td');
  if (row.code === 'DUPLICATE_NEAR' && !report.dryRun) {
    for (const [decision, label] of [['TAKE', '是另一条，导入'], ['DROP', '是同一条，不导入']]) {
      const button = element('button', label, { type: 'button', class: 'button small' });
      button.addEventListener('click', () => decide(row, decision));
      choice.append(button);
    }
  }
  tr.append(choice);
  return tr;
}

function show() {
  $('result').hidden = false;
  $('counts').replaceChildren(
    ...[[report.dryRun ? '可以导入' : DONE, report.accepted, ''], ['未导入', report.rejected, 'overdue'], ['重复', report.duplicates, 'soon'], ['不是数据行', report.skipped, '']].map(([label, count, kind]) => {
      const item = element('li');
      const box = element('a', null, { class: kind, href: '#rows' });
      box.append(element('b', count), element('span', label));
      item.append(box);
      return item;
    }),
  );
  $('notes').replaceChildren(...(report.notes ?? []).map((note) => element('li', note)));
  $('rejected').hidden = report.rejected === 0;
  $('rejected').href = `/api/v1/imports/${report.id}/rejected`;
  const wanted = $('show').value;
  const rows = report.results.filter((row) => wanted === 'ALL' || (wanted === 'ATTENTION' ? attention(row) : row.outcome === wanted));
  $('rows').replaceChildren(...rows.slice(0, shown).map(line));
  $('more').hidden = rows.length <= shown;
}

async function decide(row, decision) {
  const answer = await call(`/api/v1/imports/${report.id}/decisions`, { json: [{ sheet: row.sheet, row: row.row, decision }] });
  if (!answer.ok) return problem(answer.problem.detail);
  report = answer.content;
  show();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  problem(null);
  const dryRun = event.submitter?.value !== 'false';
  const body = new FormData();
  body.append('file', form.elements.file.files[0]);
  body.append('mapping', JSON.stringify(mapping()));
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  progress({ rows: 0 });
  const query = new URLSearchParams({ dryRun, ...(form.elements.asOf.value ? { asOf: form.elements.asOf.value } : {}) });
  const answer = await settled(await call(`/api/v1/imports?${query}`, { body }));
  buttons.forEach((button) => { button.disabled = false; });
  $('for-real').disabled = !(answer.ok && dryRun && answer.content.accepted > 0);
  if (!answer.ok) {
    if (answer.problem.headers) askForHeaders(answer.problem.headers);
    return problem(answer.problem.detail);
  }
  report = answer.content;
  shown = PAGE;
  show();
  $('result').scrollIntoView({ behavior: 'smooth' });
});
$('show').addEventListener('change', () => { shown = PAGE; show(); });
$('more').addEventListener('click', () => { shown += PAGE; show(); });
form.elements.file.addEventListener('change', () => { $('for-real').disabled = true; $('mapping').hidden = true; $('mapping').querySelectorAll('.field').forEach((old) => old.remove()); });
document.querySelectorAll('[data-import]').forEach((link) => link.addEventListener('click', async () => {
  const answer = await settled(await call(`/api/v1/imports/${link.dataset.import}`, { method: 'GET' }));
  if (!answer.ok) return problem(answer.problem.detail);
  report = answer.content;
  shown = PAGE;
  show();
}));
