import { isWholePlan } from './isWholePlan';

const emptyZip = Buffer.concat([
  Buffer.from([0x50, 0x4b, 0x05, 0x06]),
  Buffer.alloc(18),
]);

describe('isWholePlan', () => {
  it('accepts a zip file that is there to its end', () => {
    expect(isWholePlan(emptyZip)).toBe(true);
    expect(isWholePlan(Buffer.concat([Buffer.from('PK..'), emptyZip]))).toBe(
      true,
    );
  });

  it('refuses nothing, and a part', () => {
    expect(isWholePlan(Buffer.alloc(0))).toBe(false);
    expect(isWholePlan(emptyZip.subarray(0, 21))).toBe(false);
    expect(isWholePlan(Buffer.from('PK\u0003\u0004 and then the end'))).toBe(
      false,
    );
  });
});
