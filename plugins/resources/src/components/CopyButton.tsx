import { ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiCloseLine, RiFileCopyLine } from '@remixicon/react';
import { useTexts } from '../hooks/useTexts';
import { useCopy } from './useCopy';

interface CopyButtonProps {
  /** What is copied, for the button's name. */
  what: string;
  text: string;
}

/** Puts a text on the clipboard and says whether that worked. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const t = useTexts();
  const { outcome, copy } = useCopy();
  const icons = {
    none: <RiFileCopyLine />,
    copied: <RiCheckLine />,
    failed: <RiCloseLine />,
  };
  return (
    <>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={t('common.copy', { what })}
        icon={icons[outcome]}
        onPress={() => copy(text)}
      />
      <VisuallyHidden role="status">
        {outcome === 'copied' && t('common.copied', { what })}
        {outcome === 'failed' && t('common.copyFailed', { what })}
      </VisuallyHidden>
    </>
  );
}
