import type { MeasuredCosts } from '#tests/tools/scaling/measured-costs.ts';

/** A measurement of one film of two scenes, the second told without a picture. */
export const MEASURED: MeasuredCosts = {
  at: '2026-01-01',
  cores: 2,
  films: [
    {
      ...{ lengthS: 20, tookS: 10, scriptS: 0.5, soundS: 3, joinS: 1 },
      scenes: [
        { voiceS: 0.5, pictureS: 1, segmentS: 4 },
        { voiceS: 1, pictureS: null, segmentS: 2 },
      ],
    },
  ],
  workerCpuS: 16,
  database: { statements: 700, commits: 70, cpuS: 0.35, queueStatements: 20 },
  atRest: { statements: 20, commits: 0.5, cpuS: 0.01, queueStatements: 10 },
  connections: 10,
  commitsPerS: 1000,
  stored: {
    script: { files: 1, bytes: 1000 },
    voice: { files: 4, bytes: 2e6 },
    picture: { files: 6, bytes: 5e5 },
    segment: { files: 2, bytes: 4e6 },
    sound: { files: 3, bytes: 6e6 },
    film: { files: 4, bytes: 4e6 },
  },
  looks: 70,
  backlog: { films: 2, concurrency: 2, tookS: 18 },
};
