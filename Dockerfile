# StoryShort as an image, for x64 and arm64. How it is run: docs/deploy.md.
# tests/unit/deploy/ holds this file to the house's facts; tests/tools/image/rehearse.ts goes through it without Docker.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

# What a start needs, and no more. The database's client is generated with it.
FROM ${NODE_IMAGE} AS packages
WORKDIR /storyshort
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma prisma
COPY bin/setup bin/setup
RUN npm ci --omit=dev

# The site as it is served. A start compares its sources with what it was built from, so that both lie in one place.
FROM packages AS site
COPY tsconfig.json remix.config.js vite.config.ts ./
COPY app app
COPY bin bin
COPY jobs jobs
COPY remotion remotion
COPY public public
RUN npm ci --include=dev && node bin/run.mjs build

FROM ${NODE_IMAGE}
# Further programs of Debian: espeak-ng speaks many languages, festival has more voices.
ARG PROGRAMS=""
RUN apt-get update && apt-get install --yes --no-install-recommends tini ${PROGRAMS} && rm -rf /var/lib/apt/lists/*
WORKDIR /storyshort
COPY --from=packages /storyshort ./
COPY --from=site /storyshort/tsconfig.json /storyshort/remix.config.js /storyshort/vite.config.ts ./
COPY --from=site /storyshort/app app
COPY --from=site /storyshort/bin bin
COPY --from=site /storyshort/jobs jobs
COPY --from=site /storyshort/remotion remotion
COPY --from=site /storyshort/public public
COPY --from=site /storyshort/build build
RUN mkdir /data && chown 1000:1000 /data
# The account “node” of the image below, by its number, which Kubernetes has to see.
USER 1000:1000
# Besides it /tmp alone is written: all else may be read-only.
VOLUME ["/data"]
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
EXPOSE 4000
# A worker alone has no site: switch this off for it.
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=4 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The first process collects what others leave behind, such as the processes of a Postgres that was killed.
ENTRYPOINT ["tini", "--", "node", "bin/run.mjs"]
CMD ["start"]
