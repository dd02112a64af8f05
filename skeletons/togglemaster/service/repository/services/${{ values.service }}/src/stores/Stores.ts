import { problems } from '@togglemaster/kit';

/** The stores of this service: each rejects when it does not answer. */
export type Stores = Record<string, () => Promise<unknown>>;

/** Which of them answer now. */
export async function answersOf(
  stores: Stores,
): Promise<{ name: string; answers: boolean }[]> {
  return Promise.all(
    Object.entries(stores).map(async ([name, ping]) => ({
      name,
      answers: await ping().then(
        () => true,
        () => false,
      ),
    })),
  );
}

/** @throws Problem 503 that names one that does not answer */
export async function assertAnswer(stores: Stores): Promise<void> {
  await Promise.all(
    Object.entries(stores).map(([name, ping]) =>
      ping().catch(error => {
        throw problems.unavailable(name, error);
      }),
    ),
  );
}
