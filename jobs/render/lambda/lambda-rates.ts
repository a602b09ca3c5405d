/**
 * What Amazon takes for functions that draw. Pure. As `@remotion/lambda-client` 4.0.527 lists it (functions on arm64,
 * before any free tier), gone through on the day below; a test holds this table to that list.
 */
export const LAMBDA_PRICES_AS_OF = '2026-11-30';

interface LambdaRates {
  /** A second of a function with a GB of memory, US dollars. */
  memoryUsd: number;
  /** A second of a GB of its disk, beyond the first half. */
  diskUsd: number;
  /** A call. */
  callUsd: number;
}

const MOST = { memoryUsd: 0.000_013_333_4, callUsd: 0.000_000_2 };

/** By region. Those of China are billed in yuan, and are none of ours. */
export const LAMBDA_RATES: Readonly<Record<string, LambdaRates>> = {
  'af-south-1': { memoryUsd: 0.000_017_68, diskUsd: 0.000_000_040_4, callUsd: 0.000_000_27 },
  'ap-east-1': { memoryUsd: 0.000_018_3, diskUsd: 0.000_000_040_7, callUsd: 0.000_000_28 },
  'ap-northeast-1': { ...MOST, diskUsd: 0.000_000_037 },
  'ap-northeast-2': { ...MOST, diskUsd: 0.000_000_035_2 },
  'ap-northeast-3': { ...MOST, diskUsd: 0.000_000_037 },
  'ap-south-1': { ...MOST, diskUsd: 0.000_000_035_2 },
  'ap-southeast-1': { ...MOST, diskUsd: 0.000_000_037 },
  'ap-southeast-2': { ...MOST, diskUsd: 0.000_000_037 },
  'ap-southeast-4': { ...MOST, diskUsd: 0.000_000_037 },
  'ap-southeast-5': { memoryUsd: 0.000_012, diskUsd: 0.000_000_033_3, callUsd: 0.000_000_18 },
  'ca-central-1': { ...MOST, diskUsd: 0.000_000_034 },
  'eu-central-1': { ...MOST, diskUsd: 0.000_000_036_7 },
  'eu-central-2': { memoryUsd: 0.000_014_666_7, diskUsd: 0.000_000_044_1, callUsd: 0.000_000_22 },
  'eu-north-1': { ...MOST, diskUsd: 0.000_000_032_3 },
  'eu-south-1': { memoryUsd: 0.000_015_613_8, diskUsd: 0.000_000_035_7, callUsd: 0.000_000_23 },
  'eu-west-1': { ...MOST, diskUsd: 0.000_000_034 },
  'eu-west-2': { ...MOST, diskUsd: 0.000_000_035_8 },
  'eu-west-3': { ...MOST, diskUsd: 0.000_000_035_8 },
  'sa-east-1': { ...MOST, diskUsd: 0.000_000_058_6 },
  'us-east-1': { ...MOST, diskUsd: 0.000_000_030_9 },
  'us-east-2': { ...MOST, diskUsd: 0.000_000_030_9 },
  'us-west-1': { ...MOST, diskUsd: 0.000_000_037 },
  'us-west-2': { ...MOST, diskUsd: 0.000_000_030_9 },
};
