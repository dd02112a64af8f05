import { Button, Dialog, DialogBody, DialogFooter } from '@backstage/ui';
import { type FormEvent, type PropsWithChildren, useId } from 'react';
import styles from './ActionDialog.module.css';
import { ActionFailure } from './ActionFailure';
import { DialogHeading } from './DialogHeading';

interface ActionDialogProps {
  title: string;
  /** Pixels, where the window has them. Default: 560 */
  width?: number;
  /** The button that does it. */
  action: string;
  /** The button that leaves everything as it is. */
  keep: string;
  /** It takes something away. Default: false */
  destructive?: boolean;
  /** What has to be filled in is. Default: true */
  ready?: boolean;
  isPending: boolean;
  onAction: () => void;
  onClose: () => void;
  error?: Error | null;
  /** Says that it failed; the portal's words follow. */
  failed?: string;
}

/** Says what an action does, and asks. It is a form: Enter in one of its fields does it, too. */
export function ActionDialog({
  title,
  width = 560,
  action,
  keep,
  destructive = false,
  ready = true,
  isPending,
  onAction,
  onClose,
  error,
  failed = '',
  children,
}: PropsWithChildren<ActionDialogProps>) {
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !isPending) {
      onAction();
    }
  };
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={width}>
      <DialogHeading>{title}</DialogHeading>
      <DialogBody>
        <form id={formId} onSubmit={submit} className={styles.body}>
          {children}
          {error && <ActionFailure error={error} title={failed} />}
        </form>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" slot="close">
          {keep}
        </Button>
        <Button
          type="submit"
          form={formId}
          variant="primary"
          destructive={destructive}
          isDisabled={!ready}
          isPending={isPending}
        >
          {action}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
