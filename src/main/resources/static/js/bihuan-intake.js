// What pages that take files in have in common: waiting for a long one, and saying how far it is.
import { call } from './bihuan-forms.js';

const $ = (id) => document.getElementById(id);

export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

export function problem(text) {
  $('problem').textContent = text ?? '';
  $('problem').hidden = !text;
}

export function progress(state) {
  $('progress').hidden = !state;
  if (!state) return;
  const bar = $('progress').querySelector('progress');
  if (state.rows > 0) bar.value = Math.round((state.done / state.rows) * 100);
  else bar.removeAttribute('value');
  $('progress').querySelector('p').textContent = state.rows > 0 ? `已处理 ${state.done} / ${state.rows} 行` : '正在读取文件';
}

export async function settled(answer) {
  let state = answer;
  while (state.ok && (state.content.state === 'QUEUED' || state.content.state === 'RUNNING')) {
    progress(state.content);
    await new Promise((next) => setTimeout(next, 1000));
    state = await call(`/api/v1/imports/${state.content.id}`, { method: 'GET' });
  }
  progress(null);
  return state;
}

export function warningWords() {
  return Object.fromEntries([...$('warnings').querySelectorAll('dt')].map((dt) => [dt.textContent, dt.nextElementSibling.textContent]));
}
