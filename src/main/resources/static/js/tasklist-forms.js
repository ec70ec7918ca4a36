// Furnishes the forms of Tasklist: says at the field what is missing and keeps what is typed; tasklist-forms-help.js helps to
// fill in. Text of a case is only ever put in as text. All of this is comfort: the rules stand on the server.
import { helpToFillIn, pause } from '/js/tasklist-forms-help.js';

const WORDS = {
  stillSending: '照片还在上传，请等上传完成后再提交。',
  incompleteDay: '请填写完整的日期。',
  dayBetween: (from, to) => (from && to ? `日期应在${from}至${to}之间。` : from ? `日期不能早于${from}。` : `日期不能晚于${to}。`),
  photo: '请先上传本轮整改后的照片。',
  photoOrPaper: '请先上传本轮整改后的照片或证明材料。',
  paper: '请上传企业签字的书面材料。',
  onTheSpotBefore: '当场整改须上传整改前照片。',
  onTheSpotAfter: '当场整改须上传整改后照片。',
  registered: '已登记，隐患编号',
  openCase: '查看案卷',
  close: '关闭',
};

export function furnish(camForm, scope) {
  const form = camForm.formElement[0];
  if (!form || form.bihuan) return;
  form.bihuan = true;
  const parts = new Parts(form, scope);
  helpToFillIn(parts);
  keepDraft(camForm, parts);
  camForm.on('submit', () => {
    tidy(parts);
    camForm.submitPrevented = !isComplete(parts);
  });
  tellTheNumber(camForm);
  import('/js/bihuan-upload.js');
}

/** The fields of a form by name. */
class Parts {
  constructor(form, scope) {
    this.form = form;
    this.scope = scope;
    this.sent = new Map(); // upload control -> files that are in
    form.addEventListener('bihuan-upload', ({ target, detail }) => {
      this.sent.set(target, detail.ids.length);
      clearProblem(target);
    });
  }

  all(selector) {
    return [...this.form.querySelectorAll(selector)];
  }

  one(selector) {
    return this.form.querySelector(selector);
  }

  field(name) {
    return this.one(`[cam-variable-name="${name}"]`);
  }

  value(name) {
    return this.field(name)?.value ?? '';
  }

  /** Like a person typing, so that Tasklist's own machinery takes note; it bears no "change" while it is at work itself. */
  put(name, value) {
    const field = this.field(name);
    if (!field || field.value === value) return;
    field.value = value;
    for (const event of ['input', 'bihuan-put']) field.dispatchEvent(new Event(event, { bubbles: true }));
  }

  /** How many files of a stage are in: just uploaded, or there before. */
  files(stage) {
    const control = this.one(`[data-bihuan-upload][data-stage="${stage}"]`);
    return (this.sent.get(control) ?? 0) + this.all(`[data-proof="${stage}"] a`).length;
  }

  get isOnTheSpot() {
    return Boolean(this.scope.onTheSpot) && this.value('grade') !== 'MAJOR';
  }
}

// ---- before it is sent ----

/** What the person has hidden again is not meant. */
function tidy(parts) {
  if (parts.scope.side === 'unit') parts.put('enterprise', '');
  else if (parts.one('[data-picker]')) parts.put('responsibleUnit', '');
  if (parts.field('evidence')) {
    const ids = parts.all('[data-bihuan-upload] input[type=hidden]')
      .filter((input) => input.parentElement.dataset.stage === 'BEFORE' || parts.isOnTheSpot)
      .map((input) => input.value);
    parts.put('evidence', ids.filter(Boolean).join(','));
  }
  if (!parts.isOnTheSpot) {
    parts.put('onTheSpotMeasures', '');
    parts.put('onTheSpotRectifier', '');
  }
  const funds = parts.value('fundsYuan');
  if (funds) parts.put('fundsYuan', funds.normalize('NFKC').replace(/[,\s元]/g, ''));
}

function isComplete(parts) {
  parts.all('.bh-problem').forEach((problem) => problem.remove());
  parts.all('.bh-wrong').forEach((group) => group.classList.remove('bh-wrong'));
  const problems = [...missing(parts), ...wrong(parts), ...withoutFiles(parts)];
  for (const [place, words] of problems) tell(place, words);
  if (!problems.length) return true;
  const [first] = problems[0];
  const folded = first.closest('details');
  if (folded) folded.open = true;
  groupOf(first).scrollIntoView({ block: 'center' });
  groupOf(first).querySelector('input:not([hidden], [type=hidden], [type=file]), textarea, select')?.focus({ preventScroll: true });
  return false;
}

function* missing(parts) {
  for (const field of parts.all('[data-must]')) {
    const [name, value] = (field.dataset.mustWhen ?? '').split('=');
    const isMeant = !name || parts.value(name) === value;
    if (isMeant && isShown(field) && !field.value.trim()) yield [field, field.dataset.must];
  }
}

function* wrong(parts) {
  for (const day of parts.all('input[type=date]')) {
    const { badInput, rangeUnderflow, rangeOverflow } = day.validity;
    if (badInput) yield [day, WORDS.incompleteDay];
    else if (isShown(day) && (rangeUnderflow || rangeOverflow)) yield [day, WORDS.dayBetween(day.min, day.max)];
  }
  for (const field of parts.all('[data-whole-number]')) {
    if (field.value.trim() && !/^\d{1,15}$/.test(field.value.trim())) yield [field, field.dataset.wholeNumber];
  }
}

function* withoutFiles(parts) {
  if (window.BihuanUpload?.pending(parts.form)) {
    yield [parts.one('[data-bihuan-upload]'), WORDS.stillSending];
    return;
  }
  const proof = parts.one('[data-needs="proof"]');
  if (proof) {
    const paperCounts = proof.dataset.paperCounts === 'true';
    const proven = parts.files('AFTER') || (paperCounts && parts.files('DOCUMENT'));
    if (!proven) yield [proof, paperCounts ? WORDS.photoOrPaper : WORDS.photo];
  }
  const paper = parts.one('[data-needs="paper"][data-must-here="true"]');
  if (paper && !parts.files('DOCUMENT')) yield [paper, WORDS.paper];
  if (parts.field('evidence') && parts.isOnTheSpot) {
    for (const [stage, words] of [['BEFORE', WORDS.onTheSpotBefore], ['AFTER', WORDS.onTheSpotAfter]]) {
      if (!parts.files(stage)) yield [parts.one(`[data-bihuan-upload][data-stage="${stage}"]`), words];
    }
  }
}

/** A hidden input stands for the control beside it. */
function isShown(field) {
  return (field.hidden ? field.parentElement : field).offsetParent !== null || Boolean(field.closest('details:not([open])'));
}

function groupOf(place) {
  return place.closest('.form-group:not(details)') ?? place;
}

function tell(place, words) {
  const group = groupOf(place);
  const problem = document.createElement('p');
  problem.className = 'bh-problem';
  problem.setAttribute('role', 'alert');
  problem.textContent = words;
  group.append(problem);
  group.classList.add('bh-wrong');
  group.addEventListener('input', () => clearProblem(group), { once: true });
  group.addEventListener('change', () => clearProblem(group), { once: true });
}

function clearProblem(place) {
  const group = groupOf(place);
  group.classList.remove('bh-wrong');
  group.querySelectorAll('.bh-problem').forEach((problem) => problem.remove());
}

// ---- what is typed stays: over a lost network, an expired login, a phone that closes the page for its camera ----

function keepDraft(camForm, parts) {
  const key = 'camForm:' + (camForm.taskId || camForm.processDefinitionId);
  const keep = pause(() => parts.form.isConnected && camForm.store(), 600);
  const forget = () => ['', 'bihuan:', 'bihuan:files:'].forEach((prefix) => localStorage.removeItem(prefix + key));
  camForm.on('store', () => {
    localStorage.setItem('bihuan:' + key, parts.form.dataset.me);
    const files = parts.all('[data-bihuan-upload] input[type=hidden]')
      .map((input) => [input.parentElement.dataset.stage, input.value]);
    localStorage.setItem('bihuan:files:' + key, JSON.stringify(Object.fromEntries(files)));
  });
  camForm.on('submit-success', () => {
    keep.never();
    forget();
  });
  const notice = parts.one('.bh-draft');
  if (localStorage.getItem(key)) notice.hidden = false;
  notice.querySelector('button').addEventListener('click', () => {
    keep.never();
    forget();
    parts.all('[data-bihuan-upload]:not([data-hazard]) .bh-upload-button').forEach((remove) => remove.click());
    const starts = new Map(parts.all('[data-start]').map((start) => [start.dataset.start, start.textContent]));
    for (const field of parts.all('[cam-variable-name]')) {
      const name = field.getAttribute('cam-variable-name');
      parts.put(name, starts.get(name) ?? '');
    }
    notice.hidden = true;
    parts.form.dispatchEvent(new Event('bihuan-refilled'));
    keep.never();
  });
  for (const event of ['input', 'change']) parts.form.addEventListener(event, keep);
}

// ---- after a start ----

/** Tasklist says that it went well; the person also wants the number. */
function tellTheNumber(camForm) {
  if (camForm.taskId) return;
  const send = camForm.submitVariables;
  camForm.submitVariables = (done) => send.call(camForm, (error, started) => {
    if (!error && started?.businessKey) announce(started.businessKey);
    done(error, started);
  });
}

function announce(number) {
  const note = document.createElement('div');
  note.className = 'bh-announcement';
  note.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.href = '/hazards/' + encodeURIComponent(number);
  link.textContent = WORDS.openCase;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = WORDS.close;
  close.addEventListener('click', () => note.remove());
  const text = document.createElement('b');
  text.textContent = number;
  note.append(`${WORDS.registered} `, text, link, close);
  document.body.append(note);
  setTimeout(() => note.remove(), 30_000);
}
