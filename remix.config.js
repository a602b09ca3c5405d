/**
 * The one place for Remix's options; `vite.config.ts` hands them to the plugin.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  serverModuleFormat: 'esm',
  ignoredRouteFiles: ['**/*.css', '**/*.test.{ts,tsx}'],
  // Beside those that stand in app/routes under the name of their address.
  routes: (defineRoutes) =>
    defineRoutes((route) => {
      route('account', 'routes/door/account.tsx');
      route('join/:token', 'routes/door/join.$token.tsx');
      route('login', 'routes/door/login.tsx');
      route('logout', 'routes/door/logout.ts');
      route('people', 'routes/door/people.tsx');
      route('reset/:token', 'routes/door/reset.$token.tsx');
      route('setup', 'routes/door/setup.tsx');
      route('publishing', 'routes/publishing/publishing.tsx');
      route('publish/:id', 'routes/publishing/publish.$id.tsx');
      route('api/publications', 'routes/publishing/api.publications.ts');
      route('batches', 'routes/batch/batches.tsx');
      route('batches/:id', 'routes/batch/batches.$id.tsx');
      route('api/batch', 'routes/batch/api.batch.ts');
      route('api/batch-results', 'routes/batch/api.batch-results.ts');
    }),
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    // All routes are known at once: there are few, and none is discovered by a request of its own.
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: false,
    // Left off for good: in this line of Remix it has an unfixed denial of service (CVE-2026-34077).
    v3_singleFetch: false,
  },
};
