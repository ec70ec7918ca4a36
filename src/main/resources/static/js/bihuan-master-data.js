// The page 基础数据: hand a table in, watch, look row by row. Values become text, never markup.
import { call } from './bihuan-forms.js';
import { element, problem, progress, settled, warningWords } from './bihuan-intake.js';

const $ = (id) => document.getElementById(id);
const form = $('hand-in');
const words = $('words').dataset;
const WARNING = warningWords();
const PAGE = 200;
let report = null;
let shown = PAGE;

const fate = (row) => words[(row.outcome === 'REJECTED' ? 'REJECTED' : row.code).toLowerCase()] ?? row.code;
const attention = (row) => row.outcome === 'REJECTED' || (row.warnings ?? []).length > 0;

function line(row) {
  const tr = element('tr');
  const place = row.sheet ? `${row.sheet} 第${row.row}行` : `第${row.row}行`;
  const why = element('td', row.message ?? '', { 'data-label': '说明' });
  for (const warning of row.warnings ?? []) why.append(element('div', WARNING[warning] ?? warning, { class: 'quiet' }));
  tr.append(element('td', place, { 'data-label': '行' }), element('td', fate(row), { 'data-label': '结果' }), why, element('td', row.about ?? '', { 'data-label': '内容' }));
  return tr;
}

function show() {
  const count = (code) => report.results.filter((row) => row.outcome !== 'REJECTED' && row.code === code).length;
  const kinds = [['新增', count('NEW'), ''], ['更改', count('CHANGED'), ''], ['无变化', report.duplicates, 'none'], ['未导入', report.rejected, 'overdue']];
  $('result').hidden = false;
  $('result').querySelector('h2').textContent = report.dryRun ? '试导入结果（尚未改动任何资料）' : '导入结果';
  $('counts').replaceChildren(...kinds.map(([label, number, kind]) => {
    const item = element('li');
    const box = element('a', null, { class: kind, href: '#rows' });
    box.append(element('b', number), element('span', label));
    item.append(box);
    return item;
  }));
  $('notes').replaceChildren(...(report.notes ?? []).map((note) => element('li', note)));
  $('rejected').hidden = report.rejected === 0;
  $('rejected').href = `/api/v1/imports/${report.id}/rejected`;
  const wanted = $('show').value;
  const rows = report.results.filter((row) => wanted === 'ALL' || (wanted === 'ATTENTION' ? attention(row) : row.outcome === wanted));
  $('rows').replaceChildren(...rows.slice(0, shown).map(line));
  $('more').hidden = rows.length <= shown;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  problem(null);
  const dryRun = event.submitter?.value !== 'false';
  const body = new FormData();
  body.append('file', form.elements.file.files[0]);
  const buttons = form.querySelectorAll('button');
  buttons.forEach((button) => { button.disabled = true; });
  progress({ rows: 0 });
  const answer = await settled(await call(`/api/v1/master-data/${form.elements.table.value}?dryRun=${dryRun}`, { body }));
  buttons.forEach((button) => { button.disabled = false; });
  $('for-real').disabled = !(answer.ok && dryRun && answer.content.accepted > 0);
  if (!answer.ok) return problem(answer.problem.detail);
  report = answer.content;
  shown = PAGE;
  $('show').value = report.rejected > 0 ? 'ATTENTION' : 'ALL';
  show();
  $('result').scrollIntoView({ behavior: 'smooth' });
});
$('show').addEventListener('change', () => { shown = PAGE; show(); });
$('more').addEventListener('click', () => { shown += PAGE; show(); });
for (const field of [form.elements.file, form.elements.table]) field.addEventListener('change', () => { $('for-real').disabled = true; });
