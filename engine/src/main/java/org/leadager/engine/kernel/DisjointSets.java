package org.leadager.engine.kernel;

/**
 * Sets that grow together as links between their members are told (union–find with path halving). A
 * set is known by its smallest member, whatever the order of the links.
 */
public final class DisjointSets {
  private final int[] parent;

  /** Members 0 … size − 1, each a set of its own. */
  public DisjointSets(int size) {
    parent = new int[size];
    for (int i = 0; i < size; i++) {
      parent[i] = i;
    }
  }

  /** The smallest member of the set that holds i. */
  public int root(int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Makes two members' sets one; false when they were one before. */
  public boolean join(int i, int j) {
    int a = root(i);
    int b = root(j);
    parent[Math.max(a, b)] = Math.min(a, b);
    return a != b;
  }
}
