# What ordinal's clmm2 answers on ptam4.csv: graded many-facet model, raters fixed (sum contrasts),
# thresholds by item, one random effect by adaptive Gauss-Hermite quadrature.
# In this directory: Rscript graded-facets.R > graded-facets.json   (about a minute)
suppressMessages(library(ordinal))
wide <- read.csv("ptam4.csv")
items <- c("crit2", "crit3", "crit4")
long <- do.call(rbind, lapply(items, function(i)
  data.frame(ratee = factor(wide$ratee), rater = factor(wide$rater), item = i, y = wide[[i]])))
long <- long[!is.na(long$y), ]
long$y <- factor(long$y, ordered = TRUE)
long$item <- factor(long$item)
raters <- levels(long$rater)
contrasts(long$rater) <- contr.sum(length(raters))
fit <- clmm2(y ~ rater, nominal = ~ item, random = ratee, data = long, nAGQ = 25, Hess = TRUE,
             control = clmm2.control(gradTol = 1e-5))

# Rows of w are what users ask for, as sums of clmm2's coefficients.
names <- names(fit$coefficients)
sums <- matrix(0, 0, length(names))
ask <- function(terms, weight) {
  row <- rep(0, length(names))
  row[match(terms, names)] <- weight
  sums <<- rbind(sums, row)
}
steps <- c("0|1", "1|2", "2|3")
own <- function(step, item)
  paste0(step, ".", c("(Intercept)", if (item != items[1]) paste0("item", item)))
for (item in items) for (step in steps) ask(own(step, item), 1)
for (item in items) ask(unlist(lapply(steps, own, item)), 1 / length(steps))
free <- paste0("rater", seq_len(length(raters) - 1))
for (one in free) ask(one, -1)
ask(free, 1)
coefficients <- fit$coefficients
covariance <- solve(fit$Hessian)
estimate <- as.vector(sums %*% coefficients)
error <- sqrt(diag(sums %*% covariance %*% t(sums)))

number <- function(x) formatC(x, digits = 11, format = "g")
object <- function(labels, from)
  paste0("{\n", paste0("    \"", labels, "\": {\"estimate\": ", number(estimate[from + seq_along(labels)]),
    ", \"se\": ", number(error[from + seq_along(labels)]), "}", collapse = ",\n"), "\n  }")
thresholds <- as.vector(outer(seq_along(steps), items, function(k, i) paste0(i, ":", k)))
cat("{\n  \"program\": \"ordinal ", as.character(packageVersion("ordinal")), ", R ",
    as.character(getRversion()), "\",\n",
    "  \"logLik\": ", formatC(as.numeric(fit$logLik), digits = 13, format = "g"), ",\n",
    "  \"rateeVariance\": ", number(fit$stDev^2), ",\n",
    "  \"thresholds\": ", object(thresholds, 0), ",\n",
    "  \"difficulties\": ", object(items, length(thresholds)), ",\n",
    "  \"severities\": ", object(raters, length(thresholds) + length(items)), "\n}\n", sep = "")
