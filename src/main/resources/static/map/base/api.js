// Asks the service. Refusals (RFC 9457) and lost connections become a Refused whose message can be shown.
import {t} from './i18n.js';

const ROOT = new URL('../', location.href.split('?')[0].replace(/[^/]*$/, '')).href;
const FORMS = 'application/geo+json, application/json;q=0.9';
const POLL_MS = 700;

let datum = '';

export class Refused extends Error {
  constructor(message, status, problem) {
    super(message);
    this.status = status;
    this.problem = problem;
  }
}

export const url = path => ROOT + path;

/** Everything is asked for and given in the base map's datum. */
export function useDatum(name) {
  datum = name === 'WGS84' ? '' : name;
}

function query(params) {
  const all = new URLSearchParams();
  for (const [name, value] of Object.entries({...params, ...(datum && params.datum !== null ? {datum} : {})})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== '' && one !== null && one !== undefined) all.append(name, one);
    }
  }
  return all.size ? `?${all}` : '';
}

export const address = (path, params = {}) => url(path) + query(params);

/** Answers that the page asked for before its modules came (first.js), each good for one use. */
const begun = window.begun ?? {};

async function send(target, options) {
  const early = begun[target];
  delete begun[target];
  try {
    return await (early ?? fetch(target, options));
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Refused(t('offline'), 0, {});
  }
}

async function problem(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    /* a proxy's page: the status has to do */
  }
  const place = body.parameter ? `${body.parameter}: ` : '';
  return new Refused(place + (body.detail || body.title || `HTTP ${response.status}`), response.status, body);
}

const pause = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    });
  });

/** The response whole, for those who need its headers. */
export async function whole(path, params = {}, signal) {
  const response = await send(address(path, params), {headers: {Accept: FORMS}, signal});
  if (!response.ok) throw await problem(response);
  return response;
}

/** A document as the service has it. */
export const json = async (path, params = {}, signal) => (await whole(path, params, signal)).json();

/** Writes; gives the response whole, so that its tag can be kept. A geometry is in the map's datum. */
export async function write(method, path, body, headers = {}) {
  const target = address(path, body?.geometry ? {} : {datum: null});
  const response = await send(target, {method, body: body && JSON.stringify(body), headers: {Accept: FORMS, ...headers}});
  if (!response.ok) throw await problem(response);
  return response;
}

/**
 * Asks a planning question, by POST where body is given. A long one becomes a job: progress(percent) tells how far it is, and
 * aborting the signal cancels it. With whole the body is one thing by itself and the parameters stand in the address.
 */
export async function ask(path, params, {body, signal, progress, whole} = {}) {
  const options = {headers: {Accept: FORMS, Prefer: 'wait=3'}, signal};
  let response;
  if (body) {
    const text = JSON.stringify(whole ? body : {...params, ...body, ...(datum && {datum})});
    const headers = {...options.headers, 'Content-Type': whole ? 'application/geo+json' : 'application/json'};
    response = await send(whole ? address(path, params) : url(path), {...options, method: 'POST', body: text, headers});
  } else {
    response = await send(address(path, params), options);
  }
  return response.status === 202 ? follow(response.headers.get('Location'), signal, progress) : given(response);
}

async function given(response) {
  if (!response.ok) throw await problem(response);
  return response.json();
}

async function follow(job, signal, progress) {
  const cancel = () => fetch(job, {method: 'DELETE', keepalive: true}).catch(() => {});
  signal?.addEventListener('abort', cancel);
  try {
    for (;;) {
      await pause(POLL_MS, signal);
      const response = await send(job, {headers: {Accept: FORMS}, signal});
      const answer = await given(response);
      if (response.redirected) return answer;
      if (answer.status !== 'running') throw new Refused(answer.detail || answer.status, 0, answer);
      progress?.(answer.percent);
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
