import { importsFile } from './importsFile';

describe('the file with what is imported', () => {
  it('has one block an address', () => {
    expect(
      importsFile({ 'aws_vpc.this': 'vpc-1', 'aws_subnet.this["a"]': 's-1' }),
    ).toEqual({
      import: [
        { to: 'aws_vpc.this', id: 'vpc-1' },
        { to: 'aws_subnet.this["a"]', id: 's-1' },
      ],
    });
  });

  it('leaves nothing of an id for Terraform to evaluate', () => {
    expect(importsFile({ 'aws_vpc.this': '${file("/x")}%{if true}' })).toEqual({
      import: [{ to: 'aws_vpc.this', id: '$${file("/x")}%%{if true}' }],
    });
  });
});
