package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a label beside each mark so that no two cover each other. Marks never move: a mark's place
 * is a finding, a label's is not. Each label tries places round its mark, near ones first; labels
 * then move in turn as long as that lowers what they cover together. The order of trial is fixed,
 * so the same figures give the same picture.
 */
final class Labels {
  private static final double HEIGHT = 15;
  private static final double[] GAPS = {3, 12, 24, 38, 54, 72};
  private static final int[] DEGREES = {
    0, 180, 45, 135, 315, 225, 90, 270, 20, 160, 340, 200, 67, 113, 293, 247
  };
  private static final int SWEEPS = 6;
  private static final double OUTSIDE = 40;
  private static final double ON_LABEL = 12;
  private static final double ON_MARK = 8;
  private static final double ON_OBSTACLE = 3;
  private static final double CROSSING = 400;

  /** What wants a label: the centre and radius of its mark. */
  record Anchor(double x, double y, double radius, String text) {}

  /** Where a label went: its box, its mark, and whether a line has to join the two. */
  record Placed(Anchor anchor, Box box, String align, boolean line) {
    double textX() {
      return switch (align) {
        case "start" -> box.left();
        case "end" -> box.right();
        default -> (box.left() + box.right()) / 2;
      };
    }

    double baseline() {
      return box.bottom() - 4;
    }

    /** The point of the label's box nearest to the mark. */
    double lineX() {
      return Math.clamp(anchor.x, box.left() - 2, box.right() + 2);
    }

    double lineY() {
      return Math.clamp(anchor.y, box.top() + 2, box.bottom() - 1);
    }
  }

  private record Candidate(Placed placed, double effort) {}

  private final List<Anchor> anchors;
  private final Box bounds;
  private final List<Box> obstacles;

  private Labels(List<Anchor> anchors, Box bounds, List<Box> obstacles) {
    this.anchors = anchors;
    this.bounds = bounds;
    this.obstacles = obstacles;
  }

  static List<Placed> place(List<Anchor> anchors, Box bounds, List<Box> obstacles) {
    return new Labels(anchors, bounds, obstacles).solve();
  }

  private List<Placed> solve() {
    List<List<Candidate>> choices = anchors.stream().map(Labels::candidates).toList();
    List<Candidate> chosen = new ArrayList<>();
    for (List<Candidate> choice : choices) {
      chosen.add(best(choice, chosen, -1));
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean moved = false;
      for (int i = 0; i < chosen.size(); i++) {
        Candidate better = best(choices.get(i), chosen, i);
        moved |= !better.equals(chosen.get(i));
        chosen.set(i, better);
      }
      if (!moved) {
        break;
      }
    }
    return chosen.stream().map(Candidate::placed).toList();
  }

  private Candidate best(List<Candidate> choice, List<Candidate> others, int self) {
    Candidate best = choice.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Candidate candidate : choice) {
      double cost = cost(candidate, others, self);
      if (cost < least) {
        least = cost;
        best = candidate;
      }
    }
    return best;
  }

  private double cost(Candidate candidate, List<Candidate> others, int self) {
    Placed placed = candidate.placed;
    Box box = placed.box;
    double cost = candidate.effort + OUTSIDE * (box.area() - box.overlap(bounds));
    for (Box obstacle : obstacles) {
      cost += ON_OBSTACLE * box.overlap(obstacle);
    }
    for (Anchor anchor : anchors) {
      Box mark = Box.around(anchor.x, anchor.y, anchor.radius + 1);
      cost += ON_MARK * box.overlap(mark);
      if (placed.line && !anchor.equals(placed.anchor) && crosses(placed, mark)) {
        cost += CROSSING;
      }
    }
    for (int i = 0; i < others.size(); i++) {
      if (i != self) {
        cost += ON_LABEL * box.overlap(others.get(i).placed.box);
        Placed other = others.get(i).placed;
        cost += placed.line && crosses(placed, other.box) ? CROSSING : 0;
        cost += other.line && crosses(other, box) ? CROSSING : 0;
      }
    }
    return cost;
  }

  private static boolean crosses(Placed placed, Box box) {
    int steps = 12;
    for (int i = 1; i <= steps; i++) {
      double t = (double) i / steps;
      double x = placed.anchor.x + t * (placed.lineX() - placed.anchor.x);
      double y = placed.anchor.y + t * (placed.lineY() - placed.anchor.y);
      if (box.holds(x, y)) {
        return true;
      }
    }
    return false;
  }

  private static List<Candidate> candidates(Anchor anchor) {
    List<Candidate> all = new ArrayList<>();
    double width = TextSize.width(anchor.text);
    for (double gap : GAPS) {
      for (int turn = 0; turn < DEGREES.length; turn++) {
        double angle = Math.toRadians(DEGREES[turn]);
        double x = anchor.x + (anchor.radius + gap) * Math.cos(angle);
        double y = anchor.y - (anchor.radius + gap) * Math.sin(angle);
        String align = Math.cos(angle) > 0.3 ? "start" : Math.cos(angle) < -0.3 ? "end" : "middle";
        double left = align.equals("start") ? x : align.equals("end") ? x - width : x - width / 2;
        double middle = y - (align.equals("middle") ? Math.sin(angle) * HEIGHT / 2 : 0);
        Box box = new Box(left, middle - HEIGHT / 2, left + width, middle + HEIGHT / 2);
        all.add(new Candidate(new Placed(anchor, box, align, gap > 8), gap * 1.2 + turn * 0.4));
      }
    }
    return all;
  }
}
