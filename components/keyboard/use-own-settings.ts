import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";

/** A server action that takes its value from a form. */
type Choose = (form: FormData) => Promise<void>;

export type OwnChoices = { setLocale: Choose; setTheme: Choose; setSingleKeys: Choose };

type Setting = {
  label: string;
  /** Words that find it too, in both languages: somebody may look for the one they can read. */
  also: string[];
  run: () => void;
};

const LANGUAGE = ["langue", "language"];
const LOOK = ["apparence", "appearance", "thème", "theme", "couleurs", "colours"];

/** What a person chooses for themselves, found by its words and done at once. */
export function useOwnSettings({ setLocale, setTheme, setSingleKeys }: OwnChoices): Setting[] {
  const t = useTranslations("shell");
  const router = useRouter();
  const choice = (
    words: { title: string; value: string; also: string[] },
    choose: Choose,
    [name, value]: [name: string, value: string],
  ): Setting => ({
    label: `${words.title} : ${words.value}`,
    also: words.also,
    run: () => {
      const form = new FormData();
      form.set(name, value);
      void choose(form).then(() => router.refresh());
    },
  });
  const language = t("language");
  const look = t("theme.title");
  const keys = { title: t("singleKeys.title"), also: ["raccourcis", "shortcuts", "keys"] };
  return [
    choice({ title: language, value: "English", also: [...LANGUAGE, "anglais"] }, setLocale, [
      "locale",
      "en",
    ]),
    choice({ title: language, value: "Français", also: [...LANGUAGE, "french"] }, setLocale, [
      "locale",
      "fr",
    ]),
    choice({ title: look, value: t("theme.light"), also: [...LOOK, "light", "clair"] }, setTheme, [
      "theme",
      "light",
    ]),
    choice({ title: look, value: t("theme.dark"), also: [...LOOK, "dark", "sombre"] }, setTheme, [
      "theme",
      "dark",
    ]),
    choice({ title: look, value: t("theme.system"), also: LOOK }, setTheme, ["theme", "system"]),
    choice({ ...keys, value: t("singleKeys.on") }, setSingleKeys, ["singleKeys", "on"]),
    choice({ ...keys, value: t("singleKeys.off") }, setSingleKeys, ["singleKeys", "off"]),
    {
      label: t("ownSettings"),
      also: ["réglages", "settings", "mot de passe", "password", "région", "region", "sessions"],
      run: () => router.push("/settings"),
    },
  ];
}
