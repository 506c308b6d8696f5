import { ActionForm } from "#components/form/action-form.tsx";
import { NewPassword, type NewPasswordWords } from "#components/form/new-password.tsx";
import { Field } from "#components/ui/field.tsx";

type Words = NewPasswordWords & Record<"current" | "save" | "done", string>;

export function OwnPassword({
  account,
  words,
}: {
  account: { name: string; email: string };
  words: Words;
}) {
  return (
    <ActionForm
      action="person.edit-password"
      submit={words.save}
      done={words.done}
      variant="default"
      asTyped={["current", "password"]}
      clears
      className="grid max-w-md gap-3"
    >
      <input type="hidden" autoComplete="username" value={account.email} />
      <Field
        label={words.current}
        name="current"
        type="password"
        autoComplete="current-password"
        required
      />
      <NewPassword words={words} account={account} />
    </ActionForm>
  );
}
