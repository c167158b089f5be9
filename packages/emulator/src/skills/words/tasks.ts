import type { Language } from '../skill.ts';

/** A well-known exercise, solved in each language. */
export interface Task {
  readonly asked: RegExp;
  readonly title: Readonly<Record<Language, string>>;
  /** By the fence of the language. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Exercises that people ask for first. */
export const TASKS: readonly Task[] = [
  {
    asked: /hello,? world|你好，?世界/i,
    title: { en: 'Hello, world', zh: '你好，世界' },
    sources: {
      ts: "console.log('Hello, world!');",
      python: 'print("Hello, world!")',
      go: 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("Hello, world!")\n}',
      rust: 'fn main() {\n    println!("Hello, world!");\n}',
      java: 'class Hello {\n    public static void main(String[] args) {\n        System.out.println("Hello, world!");\n    }\n}',
      sql: "SELECT 'Hello, world!';",
    },
  },
  {
    asked: /fizz ?buzz/i,
    title: { en: 'FizzBuzz', zh: 'FizzBuzz' },
    sources: {
      ts: "for (let n = 1; n <= 100; n += 1) {\n  const word = (n % 3 === 0 ? 'Fizz' : '') + (n % 5 === 0 ? 'Buzz' : '');\n  console.log(word || n);\n}",
      python:
        'for n in range(1, 101):\n    word = ("Fizz" if n % 3 == 0 else "") + ("Buzz" if n % 5 == 0 else "")\n    print(word or n)',
      go: 'package main\n\nimport "fmt"\n\nfunc main() {\n\tfor n := 1; n <= 100; n++ {\n\t\tswitch {\n\t\tcase n%15 == 0:\n\t\t\tfmt.Println("FizzBuzz")\n\t\tcase n%3 == 0:\n\t\t\tfmt.Println("Fizz")\n\t\tcase n%5 == 0:\n\t\t\tfmt.Println("Buzz")\n\t\tdefault:\n\t\t\tfmt.Println(n)\n\t\t}\n\t}\n}',
      rust: 'fn main() {\n    for n in 1..=100 {\n        match (n % 3, n % 5) {\n            (0, 0) => println!("FizzBuzz"),\n            (0, _) => println!("Fizz"),\n            (_, 0) => println!("Buzz"),\n            _ => println!("{n}"),\n        }\n    }\n}',
      java: 'class FizzBuzz {\n    public static void main(String[] args) {\n        for (int n = 1; n <= 100; n++) {\n            String word = (n % 3 == 0 ? "Fizz" : "") + (n % 5 == 0 ? "Buzz" : "");\n            System.out.println(word.isEmpty() ? n : word);\n        }\n    }\n}',
      sql: "WITH RECURSIVE numbers(n) AS (\n  SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100\n)\nSELECT CASE\n  WHEN n % 15 = 0 THEN 'FizzBuzz'\n  WHEN n % 3 = 0 THEN 'Fizz'\n  WHEN n % 5 = 0 THEN 'Buzz'\n  ELSE CAST(n AS TEXT)\nEND\nFROM numbers;",
    },
  },
  {
    asked:
      /revers\w*\b.*\bstrings?\b|\bstrings?\b.*\brevers|(?:反转|翻转|倒转|倒序).*字符串|字符串.*(?:反转|翻转|倒转|倒序)/i,
    title: { en: 'Reverse a string', zh: '反转字符串' },
    sources: {
      ts: "export const reverse = (text: string): string => Array.from(text).reverse().join('');",
      python: 'def reverse(text: str) -> str:\n    return text[::-1]',
      go: 'package main\n\nimport (\n\t"fmt"\n\t"slices"\n)\n\nfunc reverse(text string) string {\n\tletters := []rune(text)\n\tslices.Reverse(letters)\n\treturn string(letters)\n}\n\nfunc main() {\n\tfmt.Println(reverse("stream")) // maerts\n}',
      rust: 'fn reverse(text: &str) -> String {\n    text.chars().rev().collect()\n}\n\nfn main() {\n    println!("{}", reverse("stream")); // maerts\n}',
      java: 'class Reverse {\n    static String reverse(String text) {\n        return new StringBuilder(text).reverse().toString();\n    }\n}',
      sql: "SELECT REVERSE('stream'); -- PostgreSQL, MySQL and SQL Server",
    },
  },
  {
    asked: /bubble ?sort|冒泡/i,
    title: { en: 'Bubble sort', zh: '冒泡排序' },
    sources: {
      ts: 'export function bubbleSort(given: readonly number[]): number[] {\n  const list = [...given];\n  for (let end = list.length - 1; end > 0; end -= 1) {\n    for (let at = 0; at < end; at += 1) {\n      const [left = 0, right = 0] = [list[at], list[at + 1]];\n      if (left > right) [list[at], list[at + 1]] = [right, left];\n    }\n  }\n  return list;\n}',
      python:
        'def bubble_sort(given: list[int]) -> list[int]:\n    items = list(given)\n    for end in range(len(items) - 1, 0, -1):\n        for at in range(end):\n            if items[at] > items[at + 1]:\n                items[at], items[at + 1] = items[at + 1], items[at]\n    return items\n\n\nprint(bubble_sort([3, 1, 2]))  # [1, 2, 3]',
      go: 'package main\n\nimport "fmt"\n\nfunc bubbleSort(list []int) {\n\tfor end := len(list) - 1; end > 0; end-- {\n\t\tfor at := 0; at < end; at++ {\n\t\t\tif list[at] > list[at+1] {\n\t\t\t\tlist[at], list[at+1] = list[at+1], list[at]\n\t\t\t}\n\t\t}\n\t}\n}\n\nfunc main() {\n\tlist := []int{3, 1, 2}\n\tbubbleSort(list)\n\tfmt.Println(list) // [1 2 3]\n}',
      rust: 'fn bubble_sort(list: &mut [i32]) {\n    for end in (1..list.len()).rev() {\n        for at in 0..end {\n            if list[at] > list[at + 1] {\n                list.swap(at, at + 1);\n            }\n        }\n    }\n}\n\nfn main() {\n    let mut list = [3, 1, 2];\n    bubble_sort(&mut list);\n    println!("{list:?}"); // [1, 2, 3]\n}',
      java: 'class BubbleSort {\n    static void bubbleSort(int[] list) {\n        for (int end = list.length - 1; end > 0; end--) {\n            for (int at = 0; at < end; at++) {\n                if (list[at] > list[at + 1]) {\n                    int held = list[at];\n                    list[at] = list[at + 1];\n                    list[at + 1] = held;\n                }\n            }\n        }\n    }\n}',
      sql: '-- SQL leaves the way of sorting to the database.\nSELECT value FROM numbers ORDER BY value;',
    },
  },
];
