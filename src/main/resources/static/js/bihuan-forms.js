// Forms of our pages that speak to the API. Nothing is lost when it says no: the page stays, every problem stands at its field.
//
//   <form data-api="/api/v1/hazards/…/withdraw" data-method="POST" data-then="/hazards/{number}" data-confirm="确定撤回吗？">
//     <div class="field"><label for="reason">理由</label><textarea id="reason" name="reason"></textarea>
//       <p class="problem" data-problem="reason"></p></div>
//     <p class="notice error" role="alert" data-problems hidden></p>
//     <button class="button primary">撤回</button>
//   </form>
//
// Fields go as JSON, an empty one not at all; enctype="multipart/form-data" sends files. {number} and the like in data-then come
// from the answer; without data-then the page is loaded again. A form with data-stay fires "bihuan-done" with the answer instead.

const WORDS = {
  offline: '网络中断，没有提交成功。所填内容仍在，请稍后重试。',
  login: '登录已失效。请在新窗口中重新登录，再回到本页提交；所填内容仍在。',
  failed: '没有提交成功，请稍后重试。',
};

export async function call(path, { method = 'POST', json, body, headers = {} } = {}) {
  const csrf = document.querySelector('meta[name="csrf"]');
  const sent = { Accept: 'application/json', ...headers };
  if (csrf) sent[csrf.dataset.header] = csrf.content;
  if (json !== undefined) sent['Content-Type'] = 'application/json';
  let answer;
  try {
    answer = await fetch(path, { method, headers: sent, body: json === undefined ? body : JSON.stringify(json) });
  } catch {
    return { ok: false, problem: { detail: WORDS.offline } };
  }
  const content = await answer.json().catch(() => null);
  if (answer.ok) return { ok: true, content };
  return { ok: false, problem: answer.status === 401 ? { detail: WORDS.login } : (content ?? { detail: WORDS.failed }) };
}

function values(form) {
  const fields = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || name === '_csrf' || value.trim() === '') continue;
    fields[name] = value;
  }
  return fields;
}

function say(form, problem) {
  const general = form.querySelector('[data-problems]');
  const homeless = [];
  let first = null;
  for (const error of problem?.errors ?? []) {
    const place = form.querySelector(`[data-problem="${CSS.escape(error.field)}"]`);
    const input = form.elements.namedItem(error.field);
    if (place) place.textContent = error.message;
    else homeless.push(error.message);
    if (input instanceof HTMLElement) {
      input.setAttribute('aria-invalid', 'true');
      first ??= input;
    }
  }
  const text = problem?.errors?.length ? homeless.join('') : problem?.detail;
  if (general) {
    general.textContent = text ?? '';
    general.hidden = !text;
    if (text) general.scrollIntoView({ block: 'nearest' });
  }
  first?.focus();
}

function forget(form) {
  form.querySelectorAll('[data-problem]').forEach((place) => { place.textContent = ''; });
  form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
  say(form, null);
}

async function submit(form) {
  const button = form.querySelector('button:not([type="button"])');
  if (button?.getAttribute('aria-busy') === 'true') return;
  if (form.dataset.confirm && !confirm(form.dataset.confirm)) return;
  forget(form);
  button?.setAttribute('aria-busy', 'true');
  // One key for one intention: whoever sends again after a lost answer gets the same thing once.
  form.dataset.key ||= Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
  const files = form.enctype === 'multipart/form-data';
  const { ok, content, problem } = await call(form.dataset.api, {
    method: form.dataset.method ?? 'POST',
    headers: { 'Idempotency-Key': form.dataset.key },
    ...(files ? { body: new FormData(form) } : { json: values(form) }),
  });
  button?.removeAttribute('aria-busy');
  if (!ok) {
    if (problem.errors || problem.code) delete form.dataset.key; // judged: the next try is another wish
    say(form, problem);
    return;
  }
  delete form.dataset.key;
  if ('stay' in form.dataset) {
    form.dispatchEvent(new CustomEvent('bihuan-done', { bubbles: true, detail: content }));
  } else if (form.dataset.then) {
    location.assign(form.dataset.then.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(content?.[name] ?? '')));
  } else {
    location.reload();
  }
}

document.addEventListener('submit', (event) => {
  if (event.target instanceof HTMLFormElement && event.target.dataset.api) {
    event.preventDefault();
    submit(event.target);
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest?.('[data-print]')) print();
});

// On a phone the first case stands on the first screen; what is folded there opens with one touch.
if (matchMedia('(max-width: 760px)').matches) {
  document.querySelectorAll('details[data-fold-on-phone="true"]').forEach((part) => { part.open = false; });
}
