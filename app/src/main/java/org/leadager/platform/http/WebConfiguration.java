package org.leadager.platform.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Wires templates, assets and the language of pages. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private static final Duration FOR_EVER = Duration.ofDays(365);

  /** Languages in which the pages' own texts exist. */
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

  private final Assets assets;

  WebConfiguration(Assets assets) {
    this.assets = assets;
  }

  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  ViewResolver templateViews(TemplateEngine engine, Pages pages) {
    return (name, locale) -> name.contains(":") ? null : new TemplateView(engine, pages, name);
  }

  /**
   * One template. It says its content type, since Spring passes over a view that does not wherever
   * another resolver offers one.
   */
  private record TemplateView(TemplateEngine engine, Pages pages, String name) implements View {
    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      WebConfiguration.render(engine, pages, name, model, request, response);
    }
  }

  @Bean
  LocaleResolver localeResolver() {
    AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
    resolver.setSupportedLocales(LANGUAGES);
    resolver.setDefaultLocale(Locale.ENGLISH);
    return resolver;
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(assets.root() + "/**")
        .addResourceLocations(Assets.LOCATION)
        .setCacheControl(CacheControl.maxAge(FOR_EVER).cachePublic().immutable());
  }

  private static void render(
      TemplateEngine engine,
      Pages pages,
      String name,
      @Nullable Map<String, ?> model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Map<String, @Nullable Object> parameters = new HashMap<>(model == null ? Map.of() : model);
    parameters.put("page", pages.page(request, LocaleContextHolder.getLocale(), parameters));
    // Rendered as a whole first: a template that fails must not leave half a page with status 200.
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(name + ".jte", parameters, output);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }
}
