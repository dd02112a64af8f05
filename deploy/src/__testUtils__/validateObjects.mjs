// Reads Kubernetes objects as JSON from its standard input, and writes what is wrong with each: faults by the JSON
// schemas of the Kubernetes API and of custom resources, and fields that no schema knows. A program of its own,
// since those schemas are ES modules, which jest does not load.
import { text } from 'node:stream/consumers';

const GROUPS = [
  ['external-secrets.io/', '@kubernetes-models/external-secrets'],
  ['monitoring.coreos.com/', '@kubernetes-models/prometheus-operator'],
  ['argoproj.io/', '@kubernetes-models/argo-cd'],
];

async function modelOf({ apiVersion, kind }) {
  const [, group = 'kubernetes-models'] =
    GROUPS.find(([prefix]) => apiVersion.startsWith(prefix)) ?? [];
  const module = await import(`${group}/${apiVersion}`);
  return module[kind];
}

/**
 * The object with a note of every key that was asked for: a schema asks for those that it knows. What a schema does
 * not look into at all (free-form objects) is left alone.
 */
function watched(value, path, unread) {
  if (typeof value !== 'object' || value === null) return value;
  const asked = new Set();
  let listed = Array.isArray(value);
  unread.push(() =>
    listed || asked.size === 0
      ? []
      : Object.keys(value)
          .filter(key => !asked.has(key))
          .map(key => `${path}/${key} is not known`),
  );
  const children = Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      watched(child, `${path}/${key}`, unread),
    ]),
  );
  return new Proxy(Array.isArray(value) ? Object.values(children) : children, {
    get(target, key) {
      if (typeof key === 'string') asked.add(key);
      return Reflect.get(target, key);
    },
    ownKeys(target) {
      listed = true;
      return Reflect.ownKeys(target);
    },
  });
}

async function faultsOf(object) {
  const Model = await modelOf(object);
  if (!Model) return [`there is no ${object.kind} in ${object.apiVersion}`];
  const unread = [];
  const faults = [];
  const model = new Model(structuredClone(object));
  try {
    model.validate();
  } catch (error) {
    faults.push(error.message);
  }
  // The function behind validate() takes any object; the model's own props were copied from one that nobody watched.
  const spy = Object.create(Model.prototype);
  for (const [key, child] of Object.entries(object)) {
    spy[key] = watched(child, `/${key}`, unread);
  }
  try {
    spy.validate();
  } catch {
    // Said above.
  }
  return [...faults, ...unread.flatMap(find => find())];
}

const objects = JSON.parse(await text(process.stdin));
const results = [];
for (const object of objects) results.push(await faultsOf(object));
process.stdout.write(JSON.stringify(results));
