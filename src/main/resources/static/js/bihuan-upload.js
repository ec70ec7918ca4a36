// Upload of photos and papers, on our own pages and inside Tasklist's forms alike: several at once, from camera or album,
// with progress, surviving a lost network. The bytes are sent as they are.
//
//   <div data-bihuan-upload data-stage="AFTER" data-csrf="token" data-hazard="341721-107-2026-G-00123"></div>
//
// With data-hazard a file is attached at once. Without it files wait for their hazard and their ids, separated by commas, are
// written into the input inside the element, or the one that data-into names (several controls may share it); it then fires
// "change". The element itself fires "bihuan-upload" whenever something has changed.
// window.BihuanUpload: mount(element), pending(root) = how many files under root are still on their way.
(() => {
  'use strict';
  if (window.BihuanUpload) return;

  const CONTROL = '[data-bihuan-upload]';
  const STYLES = '/css/bihuan-upload.css';
  const LARGEST = 20 * 1024 * 1024;
  const AT_ONCE = 2;
  const PATIENCE = [2, 4, 8, 15, 30]; // seconds between two tries
  const SILENCE = 120_000; // ms without answer: the line is dead
  const PICTURES = 'image/jpeg,image/png,image/webp';

  const WORDS = {
    camera: '拍照',
    album: '从相册或文件中选择',
    papers: '选择照片或PDF',
    hint: { waiting: '可多选；每个文件最多20 MB。', hazard: '可多选；每个文件最多20 MB。上传后即存入案卷，不能删除，只能补充。' },
    queued: '等待上传',
    sending: (percent) => `正在上传 ${percent}%`,
    checking: '正在保存',
    done: '已上传',
    offline: '网络中断，恢复后自动重传',
    busy: '服务器忙，稍后自动重传',
    login: '登录已失效，请重新登录后再传。',
    tooLarge: '文件超过20 MB，不能上传。请调低相机分辨率后重新拍照。',
    empty: '文件是空的，请重新选择。',
    heic: '不支持HEIC照片。请用“拍照”直接拍摄，或在手机“设置—相机—格式”中选择“兼容性最佳”。',
    failed: '上传没有成功，请重试。',
    retry: '重试',
    remove: '移除',
    open: '查看原图',
    stillSending: '照片还在上传，请等上传完成后再提交。',
    summary: (done, pending, failed) => [
      done ? `已上传${done}个` : '',
      pending ? `正在上传${pending}个` : '',
      failed ? `未成功${failed}个` : '',
    ].filter(Boolean).join('，'),
  };

  const controls = new Map(); // element -> Control

  class Control {
    constructor(element) {
      this.element = element;
      this.hazard = element.dataset.hazard || '';
      this.input = element.dataset.into
        ? document.querySelector(element.dataset.into)
        : element.querySelector('input[type=hidden]');
      this.ownsInput = !element.dataset.into;
      this.items = [];
      this.build();
      if (!this.hazard && this.ownsInput) this.restore();
    }

    build() {
      const papers = this.element.dataset.stage === 'DOCUMENT';
      const picks = part('div', 'bh-upload-picks');
      picks.append(
        this.pick(WORDS.camera, 'bh-upload-camera', { accept: 'image/*', capture: 'environment' }),
        this.pick(papers ? WORDS.papers : WORDS.album, '', {
          accept: papers ? PICTURES + ',application/pdf' : PICTURES,
          multiple: '',
        }),
      );
      this.list = part('ul', 'bh-upload-list');
      this.list.setAttribute('ng-non-bindable', ''); // a file's name is never a template
      this.status = part('p', 'bh-upload-status');
      this.status.setAttribute('role', 'status');
      const hint = part('p', 'bh-upload-hint', this.hazard ? WORDS.hint.hazard : WORDS.hint.waiting);
      this.element.classList.add('bh-upload');
      this.element.setAttribute('role', 'group');
      if (this.element.dataset.label) this.element.setAttribute('aria-label', this.element.dataset.label);
      this.element.append(picks, hint, this.list, this.status);
      this.guard();
    }

    pick(label, look, attributes) {
      const button = part('label', `bh-upload-pick ${look}`, label);
      const input = document.createElement('input');
      input.type = 'file';
      for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
      input.addEventListener('change', (event) => {
        event.stopPropagation(); // no business of the form around
        for (const file of input.files) this.take(file);
        input.value = ''; // the same photo may be chosen again after it was removed
      });
      button.append(input);
      return button;
    }

    /** Nobody submits a form while its photos are on their way. Tasklist's button stands outside its form: see pending(). */
    guard() {
      this.element.closest('form')?.addEventListener('submit', (event) => {
        if (!this.pending()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        this.status.textContent = WORDS.stillSending;
        this.element.scrollIntoView({ block: 'center' });
      }, true);
    }

    /** A page that comes back after a refusal still knows its photos by their ids. */
    restore() {
      for (const id of this.ids()) this.items.push(new Item(this, { id }));
      this.changed();
    }

    take(file) {
      const twice = this.items.some(({ file: known }) => known && known.name === file.name
        && known.size === file.size && known.lastModified === file.lastModified);
      if (twice) return;
      this.items.push(new Item(this, { file }));
      this.changed();
      next();
    }

    remove(item) {
      this.items = this.items.filter((other) => other !== item);
      item.row.remove();
      if (item.id) this.write(this.ids().filter((id) => id !== item.id));
      this.changed();
    }

    arrived(item) {
      if (!this.hazard && !this.ids().includes(item.id)) this.write([...this.ids(), item.id]);
      this.changed();
    }

    ids() {
      return (this.input?.value ?? '').split(/[\s,]+/).filter(Boolean);
    }

    write(ids) {
      if (!this.input) return;
      this.input.value = ids.join(',');
      this.input.dispatchEvent(new Event('input', { bubbles: true }));
      this.input.dispatchEvent(new Event('change', { bubbles: true }));
    }

    pending() {
      return this.items.filter((item) => item.isPending()).length;
    }

    changed() {
      const count = (state) => this.items.filter((item) => item.state === state).length;
      this.status.textContent = WORDS.summary(count('done'), this.pending(), count('failed'));
      const ids = this.items.filter((item) => item.state === 'done').map((item) => item.id);
      this.element.dispatchEvent(new CustomEvent('bihuan-upload', {
        bubbles: true,
        detail: { ids, pending: this.pending(), failed: count('failed') },
      }));
    }

    get address() {
      return this.hazard ? `/api/v1/hazards/${encodeURIComponent(this.hazard)}/evidence` : '/api/v1/evidence';
    }
  }

  /** One file: queued, sending, waiting (for the network), done or failed. */
  class Item {
    constructor(control, { file = null, id = '' }) {
      this.control = control;
      this.file = file;
      this.id = id;
      this.state = id ? 'done' : 'queued';
      this.tries = 0;
      this.build();
      const refusal = file && whyNot(file);
      if (refusal) this.fail(refusal, false);
      else if (id) this.finish();
      else this.say(WORDS.queued);
    }

    build() {
      this.row = part('li', 'bh-upload-item');
      this.picture = part('span', 'bh-upload-picture');
      this.progress = document.createElement('progress');
      this.progress.max = 100;
      this.progress.value = 0;
      this.text = part('span', 'bh-upload-text');
      this.actions = part('span', 'bh-upload-actions');
      const body = part('span', 'bh-upload-body');
      body.append(part('span', 'bh-upload-name', this.file?.name ?? ''), this.progress, this.text);
      this.row.append(this.picture, body, this.actions);
      this.control.list.append(this.row);
      if (this.file?.type.startsWith('image/')) this.preview(URL.createObjectURL(this.file));
    }

    preview(address) {
      const image = document.createElement('img');
      image.alt = '';
      image.addEventListener('load', () => URL.revokeObjectURL(address));
      image.addEventListener('error', () => image.remove());
      image.src = address;
      this.picture.replaceChildren(image);
    }

    isPending() {
      return ['queued', 'sending', 'waiting'].includes(this.state);
    }

    send() {
      this.state = 'sending';
      this.tries += 1;
      this.buttons();
      const request = new XMLHttpRequest();
      this.request = request;
      request.open('POST', this.control.address);
      request.setRequestHeader('X-CSRF-TOKEN', this.control.element.dataset.csrf ?? '');
      request.setRequestHeader('Accept', 'application/json, application/problem+json');
      request.upload.onprogress = ({ loaded, total }) => {
        watch();
        const percent = total ? Math.floor((loaded / total) * 100) : 0;
        this.progress.value = percent;
        this.say(percent < 100 ? WORDS.sending(percent) : WORDS.checking);
      };
      request.onload = () => this.answered(request);
      request.onerror = () => this.later(WORDS.offline);
      request.onabort = () => this.later(WORDS.offline);
      request.onloadend = () => { clearTimeout(this.silence); next(); };
      const watch = () => {
        clearTimeout(this.silence);
        this.silence = setTimeout(() => request.abort(), SILENCE);
      };
      watch();
      const form = new FormData();
      form.append('stage', this.control.element.dataset.stage ?? '');
      form.append('file', this.file);
      request.send(form);
    }

    answered({ status, responseText }) {
      const answer = parsed(responseText);
      if (status >= 200 && status < 300 && answer?.id) {
        this.id = answer.id;
        this.state = 'done';
        this.finish();
        this.control.arrived(this);
      } else if (status === 401) {
        this.fail(WORDS.login, true);
      } else if ([409, 429, 502, 503, 504].includes(status)) {
        this.later(answer?.detail ?? WORDS.busy);
      } else {
        const reason = (answer?.errors ?? []).map(({ message }) => message).filter(Boolean).join(' ');
        this.fail(reason || answer?.detail || WORDS.failed, status >= 500 || status === 403);
      }
    }

    /** Tries again by itself, soon at first, and at once when the network is back. */
    later(words) {
      if (this.state !== 'sending') return;
      this.state = 'waiting';
      this.say(words);
      this.buttons();
      this.control.changed();
      const seconds = PATIENCE[Math.min(this.tries, PATIENCE.length) - 1];
      this.timer = setTimeout(() => this.again(), seconds * 1000);
    }

    again() {
      if (!['waiting', 'failed'].includes(this.state)) return;
      clearTimeout(this.timer);
      this.state = 'queued';
      this.row.classList.remove('bh-upload-failed');
      this.progress.hidden = false;
      this.progress.value = 0;
      this.say(WORDS.queued);
      this.buttons();
      this.control.changed();
      next();
    }

    fail(words, again) {
      this.state = 'failed';
      this.mayRetry = again;
      this.row.classList.add('bh-upload-failed');
      this.progress.hidden = true;
      this.say(words);
      this.buttons();
      this.control.changed();
    }

    finish() {
      this.row.classList.add('bh-upload-done');
      this.progress.hidden = true;
      this.say(WORDS.done);
      if (!this.file) this.preview(`/api/v1/evidence/${encodeURIComponent(this.id)}/thumbnail`);
      this.buttons();
    }

    cancel() {
      this.state = 'removed';
      clearTimeout(this.timer);
      this.request?.abort();
      this.control.remove(this);
    }

    /** What is in the case file stays there; what only waits may be taken back. */
    buttons() {
      const offered = [];
      if (this.state === 'waiting' || (this.state === 'failed' && this.mayRetry)) {
        offered.push(button(WORDS.retry, () => this.again()));
      }
      if (this.state === 'done') {
        const link = part('a', 'bh-upload-open', WORDS.open);
        link.href = `/api/v1/evidence/${encodeURIComponent(this.id)}`;
        offered.push(link);
      }
      if (this.state !== 'done' || !this.control.hazard) offered.push(button(WORDS.remove, () => this.cancel()));
      this.actions.replaceChildren(...offered);
    }

    say(words) {
      this.text.textContent = words;
    }
  }

  /** Sends what is queued, over all controls, a few at a time: a phone's line is thin. */
  function next() {
    const all = [...controls.values()].flatMap((control) => control.items);
    let free = AT_ONCE - all.filter((item) => item.state === 'sending').length;
    for (const item of all) {
      if (free > 0 && item.state === 'queued') {
        free -= 1;
        item.send();
      }
    }
  }

  function whyNot(file) {
    if (file.size === 0) return WORDS.empty;
    if (file.size > LARGEST) return WORDS.tooLarge;
    if (/^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name)) return WORDS.heic;
    return '';
  }

  function parsed(text) {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  function part(kind, look, text) {
    const element = document.createElement(kind);
    element.className = look;
    if (text) element.textContent = text;
    return element;
  }

  function button(words, pressed) {
    const element = part('button', 'bh-upload-button', words);
    element.type = 'button';
    element.addEventListener('click', pressed);
    return element;
  }

  function mount(element) {
    element.bihuanUpload ??= new Control(element);
    controls.set(element, element.bihuanUpload);
  }

  function mountAll(root) {
    if (root.matches?.(CONTROL)) mount(root);
    root.querySelectorAll?.(CONTROL).forEach(mount);
  }

  /** What a form has begun is sent to its end, even when the person has moved on to another task. */
  function forgetGone() {
    for (const [element, control] of controls) {
      if (!element.isConnected && !control.pending()) controls.delete(element);
    }
  }

  function pending(root = document) {
    let count = 0;
    for (const [element, control] of controls) {
      if (root === document || root.contains(element)) count += control.pending();
    }
    return count;
  }

  function begin() {
    if (!document.querySelector(`link[href^="${STYLES}"]`)) {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = STYLES;
      document.head.append(link);
    }
    mountAll(document.body);
    // Tasklist puts its forms into the page later.
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) addedNodes.forEach((node) => mountAll(node));
      forgetGone();
    }).observe(document.body, { childList: true, subtree: true });
  }

  window.addEventListener('online', () => {
    for (const control of controls.values()) {
      control.items.filter((item) => item.state === 'waiting').forEach((item) => item.again());
    }
  });
  window.addEventListener('beforeunload', (event) => {
    if (pending()) event.preventDefault();
  });

  window.BihuanUpload = { mount, pending };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin);
  else begin();
})();
