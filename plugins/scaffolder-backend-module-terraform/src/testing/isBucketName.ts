/**
 * S3's rules for the names of general purpose buckets, rule by rule and without a pattern, to hold the patterns
 * against: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
export function isBucketName(name: string): boolean {
  const letterOrDigit = (character: string) =>
    'abcdefghijklmnopqrstuvwxyz0123456789'.includes(character);
  const characters = [...name];
  const numbers = name.split('.');
  const isLikeAnAddress =
    numbers.length === 4 &&
    numbers.every(
      number =>
        number.length >= 1 &&
        number.length <= 3 &&
        [...number].every(digit => '0123456789'.includes(digit)),
    );
  return (
    characters.length >= 3 &&
    characters.length <= 63 &&
    characters.every(
      character => letterOrDigit(character) || '.-'.includes(character),
    ) &&
    letterOrDigit(characters[0]) &&
    letterOrDigit(characters[characters.length - 1]) &&
    !name.includes('..') &&
    !isLikeAnAddress &&
    !['xn--', 'sthree-', 'amzn-s3-demo-'].some(it => name.startsWith(it)) &&
    !['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3'].some(it =>
      name.endsWith(it),
    )
  );
}
