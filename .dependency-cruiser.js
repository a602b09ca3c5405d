/**
 * What may import what, held by `tests/architecture.test.ts`. Face -> engine -> ports <- providers, studio: no edge
 * the other way, and no circle anywhere. The picture of it is in docs/architecture.md.
 */

/** Packages and Node's own modules, as dependency-cruiser calls them. */
const PACKAGES = ['npm', 'npm-dev', 'core'];

/** What `from` may see of ours besides itself, and which packages, where only some may be seen. */
const only = (name, from, ours, packages) => ({
  name,
  severity: 'error',
  from: { path: `^(?:${from})` },
  to: {
    pathNot: [`^(?:${[from, ...ours].join('|')})`, `^node_modules/(?:${packages.join('|')})/`],
    // Where packages are named, they and nothing else; elsewhere packages and Node's own modules are free.
    ...(packages.length === 0 ? { dependencyTypesNot: PACKAGES } : {}),
  },
});
const never = (name, from, to, pathNot = '^$') => ({
  name,
  severity: 'error',
  from: { path: `^(?:${from})`, pathNot },
  to: { path: `^(?:${to})` },
});

const STORYTELLER = 'jobs/studio/storyteller/';
const ILLUSTRATOR = 'jobs/studio/illustrator/';
const READING = 'jobs/studio/reading/';
/** What the rooms of the studio share: chance. */
const SHARED = 'jobs/studio/[^/]+\\.ts';
const BOTH = ['jobs/ports/', 'jobs/story/', 'jobs/sound/', 'remotion/'];
/** Packages of the film and of everything that is pure; with the types they bring. */
const PURE = ['zod', 'remotion', 'immer', 'fast-deep-equal'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every-import-is-there', severity: 'error', from: {}, to: { couldNotResolve: true } },

    only(
      'remotion-sees-itself',
      'remotion/',
      [],
      ['react', '@types/react', 'remotion', '@remotion/media', 'zod'],
    ),
    only('story-is-pure', 'jobs/story/', ['remotion/', 'jobs/sound/files/', 'jobs/sound/alignment/'], PURE),
    never('pure-has-no-effects', 'jobs/(?:story|ports)/', '.*\\.server\\.ts$'),
    // Traces are a port as it comes: an interface that does nothing by itself.
    only(
      'ports-belong-to-nobody',
      'jobs/ports/',
      ['jobs/story/', 'remotion/'],
      [...PURE, '@opentelemetry/api'],
    ),
    // `$1` is the provider's own folder: none knows another, nor the studio.
    {
      name: 'a-provider-sees-ports',
      severity: 'error',
      from: { path: '^jobs/providers/([^/]+)/' },
      to: {
        pathNot: ['^jobs/providers/$1/', ...BOTH.map((folder) => `^${folder}`)],
        dependencyTypesNot: PACKAGES,
      },
    },
    // The one place that knows every engine.
    only(
      'select-sees-engines',
      'jobs/providers/select\\.server\\.ts',
      [...BOTH, 'jobs/providers/', 'jobs/studio/'],
      [],
    ),
    only('reading-sees-ports', READING, [...BOTH, SHARED], []),
    only('storyteller-sees-reading', STORYTELLER, [...BOTH, READING, SHARED], []),
    only('illustrator-sees-reading', ILLUSTRATOR, [...BOTH, READING, SHARED], []),
    only('studio-sees-ports', 'jobs/studio/', BOTH, []),

    only('sound-is-numbers', 'jobs/sound/', ['jobs/story/', 'remotion/'], []),
    never(
      'threads-know-no-engine',
      'jobs/threads/',
      'jobs/(?:providers|studio|making|render|work|db|ledger)/',
    ),
    never('making-asks-ports', 'jobs/making/', 'jobs/(?:providers|studio|render|signing|work)/|app/'),
    never('uploads-ask-ports', 'jobs/uploads/', 'jobs/(?:providers|studio|render|work|db|ledger)/|app/'),
    never('the-engine-knows-no-face', 'jobs/|remotion/', 'app/|bin/|tests/'),
    never('the-site-knows-no-launcher', 'app/', 'bin/|tests/'),
    never('tests-are-for-tests', 'bin/', 'tests/'),
    only(
      'the-face-sees-what-it-shows',
      'app/(?!server/)',
      ['app/', 'jobs/(?:story|ports|db|ledger|work|storage|accounts)/', 'remotion/'],
      [],
    ),
    // As for engines: an adapter knows its port, and nothing of queue and rows.
    only('publishing-sees-ports', 'jobs/publishing/', ['jobs/ports/', 'jobs/story/'], []),
    never(
      'one-folder-asks-for-consent',
      'app/|bin/|jobs/',
      'node_modules/oauth4webapi/',
      '^jobs/publishing/youtube/',
    ),
    // What watches the house is loaded where somebody looks.
    {
      name: 'watching-is-loaded-late',
      severity: 'error',
      from: {},
      to: {
        path: '^(?:app/server/metrics-server|jobs/work/watching/otlp-tracer\\.server)\\.ts$',
        dynamic: false,
      },
    },
    // The bucket's SDK is loaded where there is a bucket.
    {
      name: 'a-bucket-is-opened-late',
      severity: 'error',
      from: { pathNot: '^(?:jobs/storage/s3/|bin/house/film-storage\\.ts$)' },
      to: {
        path: '^jobs/storage/s3/.*\\.server\\.ts$',
        dynamic: false,
      },
    },
    never('one-folder-speaks-s3', 'app/|bin/|jobs/', 'node_modules/@aws-sdk/', '^jobs/storage/s3/'),
    never(
      'one-folder-asks-lambda',
      'app/|bin/|jobs/',
      'node_modules/@remotion/lambda-client/',
      '^jobs/render/lambda/',
    ),
    // Remotion's client brings all of Amazon's SDK with it.
    {
      name: 'lambda-is-asked-late',
      severity: 'error',
      from: { pathNot: '^jobs/render/lambda/' },
      to: {
        path: '^jobs/render/lambda/.*\\.server\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    never(
      'one-module-sends-traces',
      'app/|bin/|jobs/',
      'node_modules/@opentelemetry/(?!api/)',
      '^jobs/work/watching/otlp-tracer\\.server\\.ts$',
    ),
    never(
      'one-module-writes-metrics',
      'app/|bin/|jobs/',
      'node_modules/prom-client/',
      '^jobs/work/watching/house-metrics\\.server\\.ts$',
    ),
    never(
      'one-room-speaks-mcp',
      'app/|bin/|jobs/',
      'node_modules/@modelcontextprotocol/',
      '^(?:app/(?:server/)?mcp/|bin/mcp\\.ts$)',
    ),
    // On the site its library is loaded when a model first calls.
    {
      name: 'mcp-is-spoken-late',
      severity: 'error',
      from: { pathNot: '^bin/mcp\\.ts$' },
      to: { path: '^app/mcp/mcp-server\\.ts$', dynamic: false },
    },
    never('one-folder-signs', 'app/|bin/|jobs/', 'node_modules/@(?:trustnxt|peculiar)/', '^jobs/signing/'),
    // Its libraries are loaded where there is something to be signed.
    {
      name: 'signing-is-loaded-late',
      severity: 'error',
      from: { pathNot: '^jobs/signing/(?:marked-film|test-certificate|film-manifest)\\.server\\.ts$' },
      to: {
        path: '^jobs/signing/(?:marked-film|test-certificate|film-manifest)\\.server\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    never(
      'render-alone-renders',
      'app/|bin/|jobs/',
      'node_modules/@remotion/(?:renderer|bundler)/',
      '^jobs/render/',
    ),
  ],
  options: {
    // Types count: a module that only names another's types depends on it all the same.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^jobs/db/generated/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
