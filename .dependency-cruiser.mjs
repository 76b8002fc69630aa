/*
 * The modules of src and the arrows between them. Each may import itself and what is listed here. app.ts wires everything
 * and main.ts starts it; test/ may import all.
 */
const MODULES = {
  orders: [],
  backoff: [],
  'monotonic-clock': [],
  ovh: ['backoff', 'monotonic-clock'],
  config: [],
  store: ['orders'],
  observability: ['monotonic-clock', 'orders', 'ovh', 'slack', 'store'],
  application: ['orders', 'store', 'observability'],
  startup: ['application', 'config', 'http', 'observability', 'orders', 'ovh', 'slack', 'store', 'worker'],
  slack: ['application', 'backoff', 'monotonic-clock', 'orders', 'store', 'observability'],
  worker: ['backoff', 'orders', 'store', 'ovh', 'slack', 'observability'],
  http: ['observability'],
  app: ['config', 'observability', 'ovh', 'slack', 'startup', 'store', 'worker'],
  main: ['app', 'config', 'observability', 'startup'],
  cli: ['config', 'orders', 'ovh', 'slack', 'startup', 'store', 'worker'],
  sandbox: ['config', 'orders', 'store'],
  preload: [],
};

/** Which modules may import each package. What is not listed is for tests alone. */
const PACKAGES = {
  '@slack/bolt': ['slack'],
  'lru-cache': ['slack'],
  ovh: ['ovh'],
  'p-limit': ['ovh', 'slack'],
  kysely: ['store'],
  pg: ['store'],
  pino: ['observability', 'config'],
  'pino-pretty': ['observability'],
  'prom-client': ['observability'],
  dotenv: ['main', 'cli'],
  // Unicode's table of letters that look alike, as a pure function.
  unhomoglyph: ['orders'],
  undici: ['startup', 'slack'],
  selfsigned: ['sandbox'],
  ws: ['sandbox'],
  zod: ['ovh', 'config', 'slack', 'sandbox', 'cli'],
};

const anyOf = (names) => `(?:${names.join('|')})`;
const filesOf = (modules) => `^src/${anyOf(modules)}(?:/|\\.m?[jt]s$)`;

const moduleRules = Object.entries(MODULES).map(([module, imports]) => ({
  name: `${module}-imports`,
  comment: `src/${module} may import ${imports.length > 0 ? imports.join(', ') : 'no other module'}.`,
  severity: 'error',
  from: { path: filesOf([module]) },
  to: { path: '^(?:src|test)/', pathNot: filesOf([module, ...imports]) },
}));

const packageRules = Object.entries(PACKAGES).map(([name, modules]) => ({
  name: `${name}-importers`,
  comment: `${name} stays in ${modules.join(', ')}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: filesOf(modules) },
  to: { path: `node_modules/${name}/` },
}));

export default {
  forbidden: [
    ...moduleRules,
    ...packageRules,
    {
      name: 'views-read-no-store',
      comment: 'What Slack shows is made of what it is given.',
      severity: 'error',
      from: { path: '^src/slack/(?:views|actions|i18n)/' },
      to: { path: filesOf(['store', 'worker', 'observability']) },
    },
    {
      name: 'no-other-packages',
      comment: 'A package that src imports is listed with its modules.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/', pathNot: `node_modules/(?:@types/)?${anyOf(Object.keys(PACKAGES))}/` },
    },
    {
      name: 'modules-are-listed',
      comment: 'A new module says here what it may import.',
      severity: 'error',
      from: { path: '^src/', pathNot: filesOf(Object.keys(MODULES)) },
      to: {},
    },
    {
      name: 'no-circles',
      comment: 'Two files that import each other, be it only for their types, are one.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'What is imported is there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
