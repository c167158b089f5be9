/** One small program in one language. */
export interface Program {
  readonly name: string;
  /** The word after the fence. */
  readonly fence: string;
  readonly asked: RegExp;
  readonly source: string;
}

/** The most frequent words of a text, six times. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'TypeScript',
    fence: 'ts',
    asked: /typescript|javascript|\b[jt]s\b|\bnode\b/i,
    source: `export function topWords(text: string, size = 3): [string, number][] {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\\p{L}+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, size);
}`,
  },
  {
    name: 'Python',
    fence: 'python',
    asked: /python/i,
    source: `import re
from collections import Counter


def top_words(text: str, size: int = 3) -> list[tuple[str, int]]:
    words = re.findall(r"[^\\W\\d_]+", text.lower())
    return Counter(words).most_common(size)


print(top_words("the cat and the hat and the bat"))
# [('the', 3), ('and', 2), ('cat', 1)]`,
  },
  {
    name: 'Go',
    fence: 'go',
    asked: /golang|\bGo\b/,
    source: `package main

import (
	"fmt"
	"sort"
	"strings"
)

func topWords(text string, size int) []string {
	counts := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		counts[word]++
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	sort.Slice(words, func(i, j int) bool {
		if counts[words[i]] != counts[words[j]] {
			return counts[words[i]] > counts[words[j]]
		}
		return words[i] < words[j]
	})
	return words[:min(size, len(words))]
}

func main() {
	fmt.Println(topWords("the cat and the hat and the bat", 3)) // [the and bat]
}`,
  },
  {
    name: 'Rust',
    fence: 'rust',
    asked: /\brust\b/i,
    source: `use std::collections::HashMap;

fn top_words(text: &str, size: usize) -> Vec<(String, usize)> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for word in text.split_whitespace() {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    let mut words: Vec<_> = counts.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    words.truncate(size);
    words
}

fn main() {
    println!("{:?}", top_words("the cat and the hat and the bat", 3));
}`,
  },
  {
    name: 'Java',
    fence: 'java',
    asked: /\bjava\b/i,
    source: `import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class TopWords {
    static List<Map.Entry<String, Long>> topWords(String text, int size) {
        return Arrays.stream(text.toLowerCase().split("\\\\W+"))
            .collect(Collectors.groupingBy(word -> word, Collectors.counting()))
            .entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(size)
            .toList();
    }
}`,
  },
  {
    name: 'SQL',
    fence: 'sql',
    asked: /\bsql\b/i,
    source: `-- One row per word: words(text_id, word)
SELECT word, COUNT(*) AS times
FROM words
WHERE text_id = 42
GROUP BY word
ORDER BY times DESC, word
LIMIT 3;`,
  },
];
