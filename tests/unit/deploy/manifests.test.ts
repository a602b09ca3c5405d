/** Compose files, units and manifests: what they name is there, and they agree with the image and each other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { isOpen } from '#app/server/door/open-paths.ts';
import { COMMANDS } from '#bin/commands.mjs';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { unknownVariables } from '#tests/support/deploy/known-variables.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const filesIn = (folder: string) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name));
const isCommand = (name: string) => Object.hasOwn(COMMANDS, name);

/** All documents of a file. @throws where it is no YAML, says a thing twice, or has a warning */
function documentsOf(file: string): unknown[] {
  return parseAllDocuments(textOf(file), { strict: true, uniqueKeys: true, merge: true }).map((document) => {
    const [wrong] = [...document.errors, ...document.warnings];
    if (wrong) throw new Error(`${file}: ${wrong.message}`);
    return document.toJS();
  });
}

const texts = z.record(z.string(), z.string());
const serviceSchema = z.strictObject({
  image: z.string(),
  build: z.literal('.').optional(),
  restart: z.literal('unless-stopped'),
  env_file: z.array(z.object({ path: z.literal('.env'), required: z.literal(false) })).optional(),
  environment: texts,
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
  read_only: z.literal(true).optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.literal('ALL')).optional(),
  security_opt: z.array(z.literal('no-new-privileges:true')).optional(),
  stop_grace_period: z.string(),
  depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).optional(),
  healthcheck: z
    .union([
      z.strictObject({ disable: z.literal(true) }),
      z.strictObject({ test: z.array(z.string()), interval: z.string(), retries: z.number() }),
    ])
    .optional(),
  deploy: z.object({ replicas: z.number() }).optional(),
});
const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

describe.each(['compose.yaml', 'compose.scaled.yaml'])('%s', (file) => {
  const { services, volumes } = composeSchema.parse(documentsOf(file)[0]);
  const ours = Object.entries(services).filter(([, { build }]) => build);

  it('starts commands that there are, with settings that somebody reads', () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const [, { command = ['start'], environment }] of ours) {
      expect(command).toEqual([expect.toSatisfy(isCommand)]);
      expect(unknownVariables(Object.keys(environment))).toEqual([]);
      expect(environment.DATA_DIR).toBe('/data');
    }
  });

  it('writes nothing but data and /tmp, with no rights', () => {
    for (const [, { read_only, tmpfs, volumes: mounted, cap_drop, security_opt }] of ours) {
      expect({ read_only, tmpfs, mounted }).toEqual({
        read_only: true,
        tmpfs: ['/tmp'],
        mounted: ['data:/data'],
      });
      expect([cap_drop, security_opt]).toEqual([['ALL'], ['no-new-privileges:true']]);
    }
  });

  it('shows its sites to this machine alone, on the port that they listen on', () => {
    const sites = ours.filter(([, { command: [command] = ['start'] }]) => command !== 'jobs');
    for (const [, { ports, environment, healthcheck }] of sites) {
      expect(ports).toEqual([`127.0.0.1:${environment.PORT}:${environment.PORT}`]);
      expect(healthcheck).toBeUndefined();
    }
    const workers = ours.filter(([, { command: [command] = ['start'] }]) => command === 'jobs');
    for (const [, { ports, healthcheck }] of workers) {
      expect({ ports, healthcheck }).toEqual({ healthcheck: { disable: true } });
    }
  });

  it('names services and volumes of its own', () => {
    for (const { volumes: mounted, depends_on = {}, environment } of Object.values(services)) {
      for (const volume of mounted) expect(volumes).toHaveProperty(volume.split(':')[0] ?? '');
      for (const name of Object.keys(depends_on)) expect(services[name]?.healthcheck).toBeDefined();
      const host = /@(\w+):5432/.exec(environment.DATABASE_URL ?? '')?.[1];
      if (environment.DATABASE_URL) expect(services).toHaveProperty(host ?? 'no host');
    }
  });
});

describe('the units of systemd', () => {
  const units = filesIn('docs/deploy/systemd');

  it.each(units)('%s starts a command as a user of its own, and writes where it may', (file) => {
    const lines = textOf(file)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/^(?:\[(?:Unit|Service|Install)\]|\w+=.*)$/.test(line))).toEqual([]);
    const saidOf = (name: string) =>
      lines.find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
    const [, script = '', command = ''] = /^\/usr\/bin\/node (\S+) (\S+)$/.exec(saidOf('ExecStart')) ?? [];
    expect(existsSync(join(ROOT, script))).toBe(true);
    expect(command).toSatisfy(isCommand);
    expect(saidOf('User')).toBe('storyshort');
    const env = new URLSearchParams(saidOf('Environment').replaceAll(' ', '&'));
    expect(unknownVariables(env.keys())).toEqual([]);
    expect(env.get('DATA_DIR')).toBe(`/var/lib/${saidOf('StateDirectory')}`);
    expect(saidOf('ProtectSystem')).toBe('strict');
    expect(saidOf('KillMode')).toBe('mixed');
  });

  it('are one for a box, one for a site, one for any number of workers', () => {
    expect(units.map((file) => /run\.mjs (\w+)/.exec(textOf(file))?.[1]).sort()).toEqual([
      'jobs',
      'start',
      'web',
    ]);
  });
});

const probeSchema = z.union([
  z.object({ tcpSocket: z.object({ port: z.string() }) }),
  z.object({
    httpGet: z.object({
      path: z.string().refine(isOpen),
      port: z.string(),
      // A pod is asked by its address, which is no name of the site.
      httpHeaders: z.tuple([z.object({ name: z.literal('Host'), value: z.literal('localhost') })]),
    }),
  }),
]);
const containerSchema = z.object({
  args: z.tuple([z.string().refine(isCommand)]),
  envFrom: z.array(
    z.union([
      z.object({ configMapRef: z.object({ name: z.string() }) }),
      z.object({ secretRef: z.object({ name: z.string() }) }),
    ]),
  ),
  env: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })).default([]),
  startupProbe: probeSchema.optional(),
  readinessProbe: probeSchema.optional(),
  livenessProbe: probeSchema.optional(),
  resources: z.object({ requests: texts, limits: texts }),
  securityContext: z.strictObject({
    allowPrivilegeEscalation: z.literal(false),
    readOnlyRootFilesystem: z.literal(true),
    capabilities: z.object({ drop: z.tuple([z.literal('ALL')]) }),
  }),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
});
const deploymentSchema = z.object({
  kind: z.literal('Deployment'),
  apiVersion: z.literal('apps/v1'),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    selector: z.object({ matchLabels: texts }),
    template: z.object({
      metadata: z.object({ labels: texts }),
      spec: z.object({
        automountServiceAccountToken: z.literal(false),
        securityContext: z.object({
          runAsNonRoot: z.literal(true),
          runAsUser: z.literal(1000),
          fsGroup: z.literal(1000),
        }),
        containers: z.tuple([containerSchema]),
        volumes: z.array(z.object({ name: z.string() }).loose()),
      }),
    }),
  }),
});
const anything = z
  .object({ kind: z.string(), apiVersion: z.string(), metadata: z.object({ name: z.string() }) })
  .loose();

describe('the manifests of Kubernetes', () => {
  const objects = filesIn('docs/deploy/kubernetes')
    .flatMap(documentsOf)
    .map((object) => anything.parse(object));
  const ofKind = (kind: string) => objects.filter((object) => object.kind === kind);
  const deployments = ofKind('Deployment').map((object) => deploymentSchema.parse(object));
  const nameOf = (kind: string) => ofKind(kind).map(({ metadata }) => metadata.name);

  it('are a site, workers, and what they need', () => {
    expect(objects.map(({ kind }) => kind).sort()).toEqual(
      [
        'ConfigMap',
        'Deployment',
        'Deployment',
        'Ingress',
        'PersistentVolumeClaim',
        'ScaledObject',
        'Service',
      ].sort(),
    );
    expect(deployments.map(({ spec }) => spec.template.spec.containers[0].args[0]).sort()).toEqual([
      'jobs',
      'web',
    ]);
  });

  it.each(deployments.map((deployment) => [deployment.metadata.name, deployment] as const))(
    '%s has what it names',
    (_name, { spec }) => {
      const { metadata, spec: pod } = spec.template;
      const [{ env, envFrom, ports, volumeMounts, ...probes }] = pod.containers;
      expect(metadata.labels).toMatchObject(spec.selector.matchLabels);
      const settings = z.object({ data: texts }).parse(ofKind('ConfigMap')[0]).data;
      const given = Object.fromEntries(env.map(({ name, value }) => [name, value]));
      expect(unknownVariables([...Object.keys(settings), ...Object.keys(given)])).toEqual([]);
      expect(envFrom).toContainEqual({ configMapRef: { name: nameOf('ConfigMap')[0] } });
      expect(pod.volumes.map(({ name }) => name).sort()).toEqual(volumeMounts.map(({ name }) => name).sort());
      expect(volumeMounts.map(({ mountPath }) => mountPath)).toEqual([settings.DATA_DIR, '/tmp']);
      expect(pod.volumes).toContainEqual({
        name: 'data',
        persistentVolumeClaim: { claimName: nameOf('PersistentVolumeClaim')[0] },
      });
      for (const { name, containerPort } of ports) {
        expect(String(containerPort)).toBe(given[name === 'http' ? 'PORT' : 'METRICS_PORT']);
      }
      for (const probe of [probes.startupProbe, probes.readinessProbe, probes.livenessProbe]) {
        const port = probe && ('tcpSocket' in probe ? probe.tcpSocket.port : probe.httpGet.port);
        if (port) expect(ports.map(({ name }) => name)).toContain(port);
      }
    },
  );

  it('lead from the address to the site', () => {
    const service = z
      .object({ metadata: z.object({ name: z.string() }), spec: z.object({ selector: texts }) })
      .parse(ofKind('Service')[0]);
    const web = deployments.find(({ spec }) => spec.template.spec.containers[0].args[0] === 'web');
    expect(web?.spec.template.metadata.labels).toMatchObject(service.spec.selector);
    const [ingress] = ofKind('Ingress');
    expect(JSON.stringify(ingress)).toContain(`"service":{"name":"${service.metadata.name}"`);
    const { data } = z.object({ data: texts }).parse(ofKind('ConfigMap')[0]);
    expect(JSON.stringify(ingress)).toContain(`"host":"${new URL(data.SITE_URL ?? '').hostname}"`);
  });

  it('count workers by figures that the house tells', () => {
    const { spec } = z
      .object({
        spec: z.object({
          scaleTargetRef: z.object({ name: z.string() }),
          triggers: z.array(z.object({ type: z.literal('prometheus'), metadata: texts })),
        }),
      })
      .parse(ofKind('ScaledObject')[0]);
    const target = deployments.find(({ metadata }) => metadata.name === spec.scaleTargetRef.name);
    expect(target?.spec.template.spec.containers[0].args).toEqual(['jobs']);
    const told = textOf('jobs/work/watching/house-metrics.server.ts');
    const queries = spec.triggers.map(({ metadata }) => metadata.query ?? '');
    expect(queries).toHaveLength(2);
    for (const query of queries) {
      const [metric, ...more] = [...query.matchAll(/storyshort_(\w+)/g)].map(([, name]) => name);
      expect(more).toEqual([]);
      expect(told).toContain(`'${metric}'`);
      expect(query).toContain(`queue="${PROCESS_VIDEO}"`);
    }
  });
});
