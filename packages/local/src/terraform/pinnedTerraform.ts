import { arch, platform } from 'node:os';

export type PinnedRelease = {
  version: string;
  /** Of the folder that has `<version>/terraform_<version>_<platform>.zip`. */
  baseUrl: string;
  /** SHA-256 of the zip, in hex, by platform. */
  checksums: Record<string, string>;
};

/** As in terraform_1.11.4_SHA256SUMS, which HashiCorp signs. */
export const PINNED_TERRAFORM: PinnedRelease = {
  version: '1.11.4',
  baseUrl: 'https://releases.hashicorp.com/terraform',
  checksums: {
    darwin_amd64:
      'a56d5002b9f7647291faccc3dd1a70350e60fb61e4c45037629508b8fdc2575b',
    darwin_arm64:
      '867e0808fa971217043e25b7a792b10720c79b1546f8a68479b74f138be73e18',
    linux_amd64:
      '1ce994251c00281d6845f0f268637ba50c0005657eb3cf096b92f753b42ef4dc',
    linux_arm64:
      'a43d1d0da9b9bab214a8305a39db0e40869572594ccf50c416a7756499143633',
  },
};

/** This machine in the words of Go: linux_amd64. */
export function terraformPlatform(os = platform(), cpu = arch()): string {
  return `${os}_${cpu === 'x64' ? 'amd64' : cpu}`;
}
